import type { Page } from 'puppeteer-core';
import type { OwnPage, TestBrowser } from './test-browser.ts';
import { waitFor } from './wait.ts';

/** Opens one of Tumen's own pages, such as `options.html`, to be driven by mouse and keyboard. */
export async function openOwnPage(browser: TestBrowser, address: string): Promise<Page> {
  await browser.openOwn(address);
  return ownPageThat(browser, (place) => place.endsWith(`/${address}`));
}

/** Pages are asked where they are, since puppeteer does not always hear of Tumen's own. */
export function ownPageThat(
  browser: TestBrowser,
  fits: (address: string) => boolean,
): Promise<Page> {
  return waitFor('a page of Tumen', async () => {
    for (const page of await browser.pages()) {
      if (fits(await page.evaluate(() => location.href).catch(() => ''))) return page;
    }
    return null;
  });
}

/** Opens one of Tumen's own pages and waits until it shows an element. */
export async function openAt(
  browser: TestBrowser,
  page: string,
  selector: string,
): Promise<OwnPage> {
  const opened = await browser.openOwn(page);
  await waitForElement(opened, selector);
  return opened;
}

/** Waits until a page shows an element. */
export async function waitForElement(page: OwnPage, selector: string): Promise<void> {
  await waitFor(selector, () =>
    run<boolean>(page, `return document.querySelector(${JSON.stringify(selector)}) !== null`),
  );
}

/** Runs code on a page's document; what it works on is written into the code. */
export function run<Result>(page: OwnPage, code: string): Promise<Awaited<Result>> {
  return page.inDocument(new Function('document', code) as (document: Document) => Result);
}

/** Presses what a selector names first. */
export async function press(page: OwnPage, selector: string): Promise<void> {
  await run(page, `document.querySelector(${JSON.stringify(selector)}).click(); return true`);
}

/** Puts a value into a field, or chooses it. */
export async function fill(page: OwnPage, selector: string, value: string): Promise<void> {
  await run(
    page,
    `const field = document.querySelector(${JSON.stringify(selector)});
    field.value = ${JSON.stringify(value)};
    for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
    return true`,
  );
}

/** Chooses a file in a field, as its dialog does. The text of the file is given as an expression. */
export async function chooseFile(
  page: OwnPage,
  field: string,
  name: string,
  text: string,
): Promise<void> {
  await run(
    page,
    `const chosen = new DataTransfer();
    chosen.items.add(new File([${text}], ${JSON.stringify(name)}));
    const field = document.querySelector(${JSON.stringify(field)});
    field.files = chosen.files;
    field.dispatchEvent(new Event('change', { bubbles: true }));
    return true`,
  );
}

/** What a part of a page says, once it says a certain thing. */
export function said(page: OwnPage, selector: string, part: string): Promise<string> {
  return waitFor(`"${part}"`, async () => {
    const text = await run<string>(
      page,
      `return document.querySelector(${JSON.stringify(selector)})?.innerText ?? ''`,
    );
    return text.includes(part) && text;
  });
}
