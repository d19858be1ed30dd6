import type { OwnPage, TestBrowser } from './test-browser.ts';
import { waitFor } from './wait.ts';

/** Opens the popup and waits until it has said what it knows of the page. */
export async function openSettledPopup(browser: TestBrowser): Promise<OwnPage> {
  const popup = await browser.openPopup();
  await waitFor('the popup to settle', () =>
    popup.inDocument((document) => {
      const title = document.querySelector('h2')?.textContent ?? '';
      return title !== '' && title !== 'Checking this page';
    }),
  );
  return popup;
}

/** Opens the popup and waits until it has this heading. */
export async function openPopupAt(browser: TestBrowser, title: string): Promise<OwnPage> {
  return saying(await browser.openPopup(), title);
}

/** Opens the popup in a tab of its own, as browsers on phones do, and waits for a heading. */
export async function openPopupInTab(browser: TestBrowser, title: string): Promise<OwnPage> {
  return saying(await browser.openOwn('popup.html'), title);
}

async function saying(popup: OwnPage, title: string): Promise<OwnPage> {
  let said = '';
  try {
    await waitFor(`the popup to say "${title}"`, async () => {
      said = await popupTitle(popup);
      return said.includes(title);
    });
  } catch (error) {
    throw new Error(`${error}\nIt says: ${said}`);
  }
  return popup;
}

/** A finding as the popup lists it. */
export interface ListedFinding {
  verdict: string;
  quote: string;
  /** What is true, in a sentence. */
  summary: string;
}

/** The findings that the popup lists. */
export function listedFindings(popup: OwnPage): Promise<ListedFinding[]> {
  return popup.inDocument((document) =>
    [...document.querySelectorAll('li q')].map((quote) => ({
      verdict: quote.closest('section')?.querySelector('h3')?.textContent?.toLowerCase() ?? '',
      quote: quote.textContent ?? '',
      summary: quote.parentElement?.querySelector('.summary')?.textContent ?? '',
    })),
  );
}

/** The heading of what the popup says of the page. */
export function popupTitle(popup: OwnPage): Promise<string> {
  return popup.inDocument((document) => document.querySelector('h2')?.textContent ?? '');
}

/** Presses the first finding of the popup's list, and returns its quote. */
export function chooseFirstFinding(popup: OwnPage): Promise<string> {
  return popup.inDocument((document) => {
    const button = document.querySelector<HTMLElement>('li button');
    const quote = button?.querySelector('q')?.textContent ?? '';
    button?.click();
    return quote;
  });
}

/** How wide the popup is, in pixels. */
export function widthOf(popup: OwnPage): Promise<number> {
  return popup.inDocument((document) => document.documentElement.clientWidth);
}

/** Presses a button of the popup. */
export async function pressInPopup(popup: OwnPage, button: string): Promise<void> {
  const press = new Function(
    'document',
    `document.querySelector(${JSON.stringify(button)}).click(); return true;`,
  ) as (document: Document) => boolean;
  await popup.inDocument(press);
}
