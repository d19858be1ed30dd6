import { deepStrictEqual, strictEqual } from 'node:assert';
import fc from 'fast-check';
import { readMarkers } from '../e2e/harness/annotations.ts';
import type { TestBrowser } from '../e2e/harness/test-browser.ts';
import { waitFor } from '../e2e/harness/wait.ts';
import { oddPage } from './odd-page.ts';
import type { Run, Tally } from './tally.ts';

/** Pages that are read to the end: not those that are fact checks themselves. */
const readable = oddPage.filter((markup) => !markup.includes('ClaimReview'));

/**
 * Opens generated pages in a real browser and adds a paragraph to each. It is marked, so Tumen lives; what
 * is added to the page is one element; nothing of Tumen has thrown.
 */
export async function fuzzBrowserPages({ count, seed }: Run, browser: TestBrowser): Promise<Tally> {
  const tally = { pages: 0, marks: 0 };
  for (const [index, markup] of fc.sample(readable, { numRuns: count, seed }).entries()) {
    const file = `odd-${index}.html`;
    browser.serve(file, markup);
    const page = await browser.open(file);
    try {
      const hasBody = await page.evaluate(() => {
        const paragraph = document.createElement('p');
        paragraph.textContent =
          'Moscow and Pyongyang met. The talks were held in the South Korean capital, Pyongyang.';
        document.body.append(paragraph);
        return document.body.localName === 'body';
      });
      const { length } = await waitFor(`a mark on ${file}`, async () => {
        const found = await readMarkers(browser, page);
        return (found.length > 0 || !hasBody) && found;
      });
      const hosts = await page.evaluate(
        () => document.querySelectorAll('tumen-annotations').length,
      );
      strictEqual(hosts, length > 0 ? 1 : 0);
      tally.pages += 1;
      tally.marks += length;
    } catch (error) {
      throw new Error(`Page ${index} of seed ${seed}:\n${markup.slice(0, 3000)}`, { cause: error });
    } finally {
      await page.close();
    }
  }
  const own = (await browser.problems()).filter((problem) =>
    /-extension:|^background/.test(problem),
  );
  deepStrictEqual(own, []);
  return tally;
}
