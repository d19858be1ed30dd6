import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  pointAt,
  readMarkers,
  waitForCard,
  waitForMarkers,
  waitForNoCard,
} from './harness/annotations.ts';
import { bothBrowsers } from './harness/both-browsers.ts';
import { fill, openAt, said } from './harness/own-page.ts';
import { openPopupAt } from './harness/popup.ts';
import type { OwnPage, TestBrowser } from './harness/test-browser.ts';
import { waitFor } from './harness/wait.ts';

describe.each(bothBrowsers)('The settings page in $name', ({ openBrowser }) => {
  let browser: TestBrowser;
  let page: OwnPage;

  beforeAll(async () => {
    browser = await openBrowser();
    page = await open();
  });

  afterAll(async () => {
    await browser?.close();
  });

  async function open(): Promise<OwnPage> {
    const opened = await browser.openOwn('options.html');
    await waitFor('the settings', () =>
      opened.inDocument((document) => document.querySelector('input[type="checkbox"]') !== null),
    );
    return opened;
  }

  /** Runs code on the page's document; what it works on is written into the code. */
  function run<Result>(code: string): Promise<Result> {
    return page.inDocument(new Function('document', code) as (document: Document) => Result);
  }

  const isTicked = (choice: string) =>
    run<boolean>(`return document.querySelector('input[name="${choice}"]').checked`);
  const text = () => run<string>(`return document.querySelector('main').textContent`);
  const load = (content: string) =>
    run(`const { DataTransfer, File, Event } = document.defaultView;
      const chosen = new DataTransfer();
      chosen.items.add(new File([${JSON.stringify(content)}], 'mine.json'));
      const field = document.querySelector('input[name="settings"]');
      field.files = chosen.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
      return true`);

  test('keeps what was chosen', async () => {
    expect(await isTicked('verdict-accurate')).toBe(true);
    await run(`document.querySelector('input[name="verdict-accurate"]').click(); return true`);
    await waitFor('the choice to be kept', async () => !(await isTicked('verdict-accurate')));
    await page.close();
    page = await open();
    await waitFor('the choice to be there', async () => !(await isTicked('verdict-accurate')));
  });

  test('refuses a file that holds no settings, and changes nothing', async () => {
    await load('{"version": 2, "verdicts": ["false"]');
    await waitFor('the refusal', async () =>
      (await text()).includes('mine.json could not be loaded: it is not JSON. Your settings'),
    );
    expect(await isTicked('verdict-false')).toBe(true);
  });

  test('loads a file, and goes back to the defaults', async () => {
    const wanted = {
      version: 2,
      verdicts: ['outdated'],
      hiddenClaims: ['shoigu-defence-minister'],
      pausedSites: ['news.example'],
      look: { quiet: true, ticks: false },
    };
    await load(JSON.stringify(wanted));
    await waitFor('the settings of the file', () => isTicked('quietMarks'));
    expect(await isTicked('verdict-false')).toBe(false);
    await waitFor('the hidden claim', async () =>
      (await text()).includes('Sergei Shoigu is Russia'),
    );
    // The file is of the second form, where this was a list of hosts.
    expect(await text()).toContain('*.news.example');
    await run(`[...document.querySelectorAll('button')]
      .find((button) => button.textContent === 'Back to the defaults').click(); return true`);
    await waitFor('the defaults', () => isTicked('verdict-false'));
    expect(await isTicked('quietMarks')).toBe(false);
    await waitFor('the list of sites', async () => !(await text()).includes('news.example'));
    await run(`document.querySelector('[name=undo]').click(); return true`);
    await said(page, '.told', 'Your settings are as they were before.');
    expect(await isTicked('quietMarks')).toBe(true);
    expect(await text()).toContain('*.news.example');
    await run(`[...document.querySelectorAll('button')]
      .find((button) => button.textContent === 'Back to the defaults').click(); return true`);
    await waitFor('the defaults', () => isTicked('verdict-false'));
  });

  test('saves a file that it loads again', async () => {
    const setQuiet = async (isQuiet: boolean) => {
      await run(`document.querySelector('[name=quietMarks]').click(); return true`);
      await waitFor('the choice to be kept', () =>
        browser.inBackground<boolean>(
          `const { settings } = await chrome.storage.local.get('settings');
          return settings?.look.quiet === ${isQuiet}`,
        ),
      );
    };
    await setQuiet(true);
    await run(`const { URL } = document.defaultView;
      const create = URL.createObjectURL;
      URL.createObjectURL = (file) => {
        URL.createObjectURL = create;
        document.saved = file;
        return create.call(URL, file);
      };
      [...document.querySelectorAll('button')]
        .find((button) => button.textContent === 'Save as a file').click(); return true`);
    const saved = await waitFor('the file', () =>
      run<string | undefined>('return document.saved?.text()'),
    );
    await setQuiet(false);
    await load(saved);
    await said(page, '.told', 'The settings of mine.json are in use.');
    expect(await isTicked('quietMarks')).toBe(true);
    await run(`document.querySelector('[name=undo]').click(); return true`);
    await said(page, '.told', 'Your settings are as they were before.');
    expect(await isTicked('quietMarks')).toBe(false);
  });

  test('keeps the focus in a list when what has it is removed', async () => {
    const wanted = {
      version: 2,
      verdicts: ['false'],
      hiddenClaims: ['claim-a', 'claim-b', 'claim-c'],
      pausedSites: ['news.example'],
      look: { quiet: false, ticks: true },
    };
    await load(JSON.stringify(wanted));
    await waitFor('the lists', async () => (await text()).includes('claim-c'));
    /** Presses the button of an entry by keyboard, and tells what has the focus once the entry is gone. */
    const remove = async (entry: string) => {
      await run(`const button = [...document.querySelectorAll('li')]
        .find((item) => item.textContent.includes('${entry}')).querySelector('button');
        button.focus(); button.click(); return true`);
      await waitFor('the entry to go', async () => !(await text()).includes(entry));
      return run<string>(`const { textContent, name, className } = document.activeElement;
        return textContent || name || className`);
    };
    expect(await remove('claim-b')).toContain('claim-c');
    expect(await remove('claim-c')).toContain('claim-a');
    expect(await remove('claim-a')).toBe('None.');
    expect(await remove('news.example')).toBe('never-sites');
    await run(`[...document.querySelectorAll('button')]
      .find((button) => button.textContent === 'Back to the defaults').click(); return true`);
    await waitFor('the defaults', () => isTicked('verdict-accurate'));
  });

  test('tells in the language that is chosen why something cannot be used', async () => {
    await fill(page, '[name=language]', 'ko');
    await said(page, 'h1', 'Tumen');
    await waitFor('Korean', () => run<boolean>(`return document.documentElement.lang === 'ko'`));
    await load('{"version": 3');
    await said(page, '.told', 'JSON이 아닙니다. 설정은 그대로입니다.');
    await load('{"version": 99}');
    await said(page, '.told', '더 새로운 Tumen에서 만든 것이니');
    await fill(page, '[name=language]', 'automatic');
    await said(page, 'h1', 'Tumen: settings');
  });

  test('speaks the language that is chosen, here and everywhere, and no other', async () => {
    const article = await browser.open('printed.html');
    const [marker] = await waitForMarkers(browser, article);
    await fill(page, '[name=language]', 'uk');
    await said(page, 'h1', 'Tumen: налаштування');
    const [language, title] = await page.inDocument((document) => [
      document.documentElement.lang,
      document.title,
    ]);
    await article.bringToFront();
    const told = await waitFor('the markers to speak it', async () => {
      const [name = ''] = await readMarkers(browser, article);
      return name !== marker && name;
    });
    await pointAt(article, 'The talks were held in the South Korean capital');
    const card = await waitForCard(browser, article);
    await article.keyboard.press('Escape');
    await waitFor('the badge to speak it', async () =>
      (await browser.badge()).title.startsWith('Tumen: на сторінці 3 твердження'),
    );
    const popup = await openPopupAt(browser, 'На сторінці знайдено 3 твердження');
    await popup.close();
    const library = await openAt(browser, 'library.html', '.claims li');
    await said(library, 'h1', 'Бібліотека тверджень');
    await library.close();
    await fill(page, '[name=language]', 'automatic');
    await said(page, 'h1', 'Tumen: settings');
    await article.bringToFront();
    await waitFor('the markers to speak as before', async () => {
      const [name] = await readMarkers(browser, article);
      return name === marker;
    });
    await article.close();

    expect(language).toBe('uk');
    expect(title).toBe('Tumen: налаштування');
    expect(told).toContain('Перевірка фактів');
    expect(card).toContain('Джерела');
  });

  test('writes its texts in the size that is chosen, on cards too', async () => {
    const article = await browser.open('printed.html');
    await waitForMarkers(browser, article);
    const sizeOfCard = async () => {
      await article.bringToFront();
      await pointAt(article, 'The talks were held in the South Korean capital');
      await waitForCard(browser, article);
      const size = await browser.inAnnotations(article, (root) => {
        const card = root.querySelector('.card');
        return card && getComputedStyle(card).fontSize;
      });
      await article.keyboard.press('Escape');
      await waitForNoCard(browser, article);
      await article.mouse.move(0, 0);
      return size;
    };
    const before = await sizeOfCard();
    await fill(page, '[name=textSize]', 'largest');
    const sizeOfPage = await waitFor('a larger text', async () => {
      const size = await run<string>('return getComputedStyle(document.body).fontSize');
      return size !== '15px' && size;
    });
    const after = await waitFor('a card with larger text', async () => {
      const size = await sizeOfCard();
      return size !== before && size;
    });
    await fill(page, '[name=textSize]', 'normal');
    await article.close();

    expect([before, after]).toEqual(['14px', '20.3px']);
    expect(sizeOfPage).toBe('21.75px');
  });

  test('shows the keys as they are set now, and leads to where they are set', async () => {
    const keys = await said(page, '.keys', 'Show the next marked sentence');
    expect(keys).toMatch(/Alt\+(Period|\.)/);
    await run(`[...document.querySelectorAll('button')]
      .find((button) => button.textContent === 'Change the keys').click(); return true`);
    await waitFor('the place where keys are set', async () => {
      const urls = await browser.openAddresses();
      return urls.some((url) => /^chrome:\/\/extensions\/shortcuts|^about:addons/.test(url));
    });
  });

  test('leaves nothing in any console', async () => {
    expect(await browser.problems()).toEqual([]);
  });
});
