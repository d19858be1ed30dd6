import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsInOwnPage } from './harness/accessibility.ts';
import { bothBrowsers } from './harness/both-browsers.ts';
import { run } from './harness/own-page.ts';
import {
  listedFindings,
  openPopupAt,
  openPopupInTab,
  openSettledPopup,
  widthOf,
} from './harness/popup.ts';
import { lackingState, type PopupState, popupStates } from './harness/popup-states.ts';
import type { OwnPage, TestBrowser } from './harness/test-browser.ts';
import { waitFor } from './harness/wait.ts';

describe.each(bothBrowsers)('The popup in $name', ({ openBrowser }) => {
  let browser: TestBrowser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  test.each(popupStates)('tells of $name', (state) => holdState(browser, state));

  test('drops the findings of a frame that has gone once one of them is chosen', async () => {
    const page = await browser.open('frames.html');
    const popup = await openSettledPopup(browser);
    const listed = async (count: number) => {
      const quotes = (await listedFindings(popup)).map(({ quote }) => quote);
      return quotes.length === count && quotes;
    };
    await waitFor('the findings of page and frame', () => listed(2));
    await page.evaluate(() => document.querySelector('iframe')?.remove());
    await popup.inDocument((document) => {
      const buttons = [...document.querySelectorAll<HTMLElement>('.finding')];
      buttons.find(({ textContent }) => textContent?.includes('five thousand'))?.click();
      return null;
    });
    const quotes = await waitFor('the findings of the page alone', () => listed(1));
    await popup.close();
    await page.close();

    expect(quotes[0]).toContain('the South Korean capital, Pyongyang');
  });

  test('copies a report of the page in each form', async () => {
    const page = await browser.open('printed.html');
    const popup = await openPopupAt(browser, '3 findings on this page');
    const copied = (form: string) =>
      waitFor(`the report as ${form}`, () =>
        run<string>(
          popup,
          `const { clipboard } = document.defaultView.navigator;
          clipboard.writeText = async (text) => { document.copied = text; };
          document.copied = '';
          [...document.querySelectorAll('.copy-report button')]
            .find((button) => button.textContent === '${form}').click();
          return new Promise((resolve) => setTimeout(() => resolve(document.copied), 200))`,
        ),
      );
    const [markdown, review, annotation] = [
      await copied('Markdown'),
      await copied('ClaimReview'),
      await copied('Web Annotation'),
    ];
    await popup.close();
    await page.close();

    expect(markdown).toContain('# Claims found by Tumen');
    expect(JSON.parse(review)[0]).toMatchObject({ '@type': 'ClaimReview' });
    expect(JSON.parse(annotation)).toHaveLength(3);
  });

  test('leaves nothing in any console but the fault that was made', async () => {
    const problems = await browser.problems();
    expect(problems.filter((problem) => !problem.includes('the file is gone'))).toEqual([]);
  });

  test('tells of a browser that lacks something, and pages are left alone', async () => {
    const lacking = await openBrowser({ withoutHighlights: true });
    try {
      await holdState(lacking, lackingState);
      const page = await lacking.open('printed.html');
      expect(await lacking.inAnnotations(page, () => true)).toBeUndefined();
      expect(await lacking.problems()).toEqual([]);
    } finally {
      await lacking.close();
    }
  });
});

/** It says so in the usual width, and fits the 320 pixels of a phone, where it is a page. */
async function holdState(browser: TestBrowser, state: PopupState): Promise<void> {
  const leave = await state.enter(browser);
  const popup = await openPopupAt(browser, state.title);
  expect(await popup.inDocument((document) => document.body.innerText)).toContain(state.says);
  await waitFor('the usual width', async () => (await widthOf(popup)) >= 380);
  expect(await overflowOf(popup)).toBe(0);
  expect(await faultsInOwnPage(popup)).toEqual([]);
  await popup.show({ colorScheme: 'dark' });
  expect(await faultsInOwnPage(popup)).toEqual([]);
  await popup.show({});
  await popup.close();

  const page = await openPopupInTab(browser, state.title);
  await page.show({ width: 320, isTouched: true });
  expect(await overflowOf(page)).toBe(0);
  await page.show({});
  await page.close();
  await leave();
}

function overflowOf(page: OwnPage): Promise<number> {
  return page.inDocument(
    ({ documentElement }) => documentElement.scrollWidth - documentElement.clientWidth,
  );
}
