import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsInOwnPage } from './harness/accessibility.ts';
import { bothBrowsers } from './harness/both-browsers.ts';
import type { OwnPage, TestBrowser } from './harness/test-browser.ts';
import { waitFor } from './harness/wait.ts';

const claim = 'Russian Defence Minister Sergei Shoigu met Kim Jong Un in Pyongyang.';

describe.each(bothBrowsers)('A text of the reader’s own in $name', ({ openBrowser }) => {
  let browser: TestBrowser;
  let page: OwnPage;

  beforeAll(async () => {
    browser = await openBrowser();
    page = await browser.openOwn('check.html');
    await waitFor('the page', () =>
      page.inDocument((document) => document.querySelector('textarea') !== null),
    );
  });

  afterAll(async () => {
    await browser?.close();
  });

  test('is checked as pasted, with a day of publication', async () => {
    await give(page, claim, '2025-06-18');
    expect(await outcome(page, claim)).toMatch(/1 finding in this text/);
    expect(await outcome(page, 'June')).toMatch(/outdated/i);
    await give(page, claim, '2024-01-10');
    expect(await outcome(page, 'January')).toMatch(/accurate/i);
  });

  test('is shown in a way that holds before axe', async () => {
    expect(await faultsInOwnPage(page)).toEqual([]);
  });

  test('is checked as a page in a file, with the day that the page gives', async () => {
    await choose(page, 'talks.html', [
      `<html lang="en-GB"><meta property="article:published_time" content="2025-06-18"><title>Talks</title><h1>Talks</h1><p>${claim}`,
    ]);
    await waitFor('the name of the file', () =>
      page.inDocument((document) => document.querySelector('.file') !== null),
    );
    expect(await outcome(page, 'June')).toMatch(/outdated/i);
    const shown = await page.inDocument((document) => [
      document.querySelector('.file b')?.textContent,
      document.querySelector<HTMLInputElement>('[name=day]')?.value,
    ]);
    expect(shown).toEqual(['talks.html', '2025-06-18']);
    await page.inDocument((document) => {
      document.querySelector<HTMLElement>('.file button')?.click();
      return true;
    });
  });

  test('of more than 5 MB is refused, one of 5 MB is checked', async () => {
    const line = 'The weather was fine in the garden, and people went home early.\n';
    const times = Math.floor((5 * 1024 * 1024) / line.length);
    await choose(page, 'long.txt', [line, times + 1]);
    expect(await outcome(page, 'too long')).toContain('5.1 MB');
    await choose(page, 'fits.txt', [line, times]);
    expect(await outcome(page, 'Nothing found')).not.toContain('too long');
  });

  test('with a thousand findings shows the first ones and the others on asking', async () => {
    await choose(page, 'many.txt', [`${claim}\n`, 1000]);
    expect(await outcome(page, '1,000 findings')).toContain('Show 950 more');
  });

  test('in another form is refused in plain words', async () => {
    await choose(page, 'picture.png', ['x']);
    expect(await outcome(page, 'picture.png')).toContain('not a text or a page');
  });

  test('logs no error', async () => {
    expect(await browser.problems()).toEqual([]);
  });
});

/** Puts a text and a day into the form and sends it. */
async function give(page: OwnPage, text: string, day: string): Promise<void> {
  const fill = new Function(
    'document',
    `const { Event } = document.defaultView;
    const set = (field, value) => {
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    };
    set(document.querySelector('textarea'), ${JSON.stringify(text)});
    set(document.querySelector('[name=day]'), ${JSON.stringify(day)});
    document.querySelector('[name=day]').focus();
    return true;`,
  ) as (document: Document) => boolean;
  await page.inDocument(fill);
  // What was put in has to be drawn before it is sent.
  await waitFor('the form', () =>
    page.inDocument((document) => document.querySelector('textarea')?.value !== ''),
  );
  await page.inDocument((document) => {
    document.querySelector<HTMLElement>('[type=submit]')?.click();
    return true;
  });
}

/** Chooses a file as its dialog does; a number after a text says how many times over it goes. */
async function choose(page: OwnPage, name: string, [text, times = 1]: [string, number?]) {
  const act = new Function(
    'document',
    `const { DataTransfer, Event, File } = document.defaultView;
    const input = document.querySelector('[type=file]');
    const file = new File([${JSON.stringify(text)}.repeat(${times})], ${JSON.stringify(name)});
    // Firefox gives its own scripts this way alone.
    if (input.mozSetFileArray) input.mozSetFileArray([file]);
    else {
      const chosen = new DataTransfer();
      chosen.items.add(file);
      input.files = chosen.files;
    }
    input.dispatchEvent(new Event('change', { bubbles: true }));
    return true;`,
  ) as (document: Document) => boolean;
  await page.inDocument(act);
}

/** What the page says of the text, once it says a certain thing. */
function outcome(page: OwnPage, part: string): Promise<string> {
  return waitFor(`"${part}"`, async () => {
    const told = await page.inDocument(
      (document) => document.querySelector<HTMLElement>('.outcome')?.innerText ?? '',
    );
    return told.includes(part) && told;
  });
}
