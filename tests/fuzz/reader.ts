import { deepStrictEqual } from 'node:assert';
import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'puppeteer-core';
import { verdicts } from '../../src/claims/verdict.ts';
import type { Finding } from '../../src/engine/finding.ts';
import { defaultSettings, type Language, type Settings } from '../../src/settings/settings.ts';
import { patternOfSite } from '../../src/sites/pattern.ts';
import { pointAt, pressInCard, readCard, readMarkers } from '../e2e/harness/annotations.ts';
import { unlistedHost } from '../e2e/harness/extension-build.ts';
import { openOwnPage } from '../e2e/harness/own-page.ts';
import type { OwnPage, TestBrowser } from '../e2e/harness/test-browser.ts';
import { waitFor } from '../e2e/harness/wait.ts';
import { readProjectFile } from '../support/module-graph.ts';
import { Expected, type Loaded, type Place, packId, packText, places } from './expected.ts';

/** What a reader may do. */
export const actions = [
  ...['go', 'go', 'back', 'forward', 'reload', 'new tab', 'close tab', 'other tab'],
  ...['new text', 'next finding', 'popup', 'check now', 'always read', 'switch off', 'switch on'],
  ...['hide claim', 'hide claim', 'show claims', 'show claim', 'import pack', 'import pack'],
  ...['switch pack', 'remove pack', 'verdicts', 'look', 'language', 'mode', 'remove site'],
  ...['save settings', 'load settings', 'defaults'],
] as const;

export type Action = (typeof actions)[number];

/** Does something; nothing where it cannot be done now. */
type Doing = (() => Promise<void>) | null;

/** A tab with the pages that were gone through in it. */
interface Tab {
  page: Page;
  history: Loaded[];
  /** Which of them is shown. */
  at: number;
}

/** Settings, and whether the pack was on when they were kept; null where there was none. */
interface Kept {
  settings: Settings;
  pack: boolean | null;
}

const languages = ['automatic', 'ko', 'uk'] as const;
const mostTabs = 3;

/** A reader with some tabs and the settings page, who knows what has to be seen by all that was done. */
export class Reader {
  private readonly browser: TestBrowser;
  private readonly options: Page;
  private tabs: Tab[] = [];
  private expected = new Expected();
  private saved: (Kept & { file: string }) | null = null;

  private constructor(browser: TestBrowser, options: Page) {
    this.browser = browser;
    this.options = options;
  }

  /** A reader who has just begun: with the settings as they are at first, no pack, and one page. */
  static async of(browser: TestBrowser): Promise<Reader> {
    const reader = new Reader(browser, await openOwnPage(browser, 'options.html'));
    await reader.optionsShow('[name=pack]');
    await reader.opens(places[0]);
    return reader;
  }

  /** What is done of an action; `choice` tells which of several things it is done to. */
  plan(action: Action, choice: number): Doing {
    const tab = this.tabInFront;
    const shown = pageIn(tab);
    const { expected } = this;
    const { settings } = expected;
    const isRead = shown.hasScript && expected.standing(shown) === 'reads';
    switch (action) {
      case 'go': {
        const place = chosen(places, choice);
        if (place === shown.place) return null;
        return () => this.goes(tab, place);
      }
      case 'back':
        return tab.at === 0 ? null : () => this.turns(tab, -1);
      case 'forward':
        return tab.at === tab.history.length - 1 ? null : () => this.turns(tab, 1);
      case 'reload':
        return async () => {
          await this.leaves(tab, 'location.reload()');
          tab.history[tab.at] = this.loaded(shown.place);
        };
      case 'new tab':
        return this.tabs.length === mostTabs ? null : () => this.opens(chosen(places, choice));
      case 'close tab':
        if (this.tabs.length === 1) return null;
        return async () => {
          this.tabs.pop();
          await tab.page.close();
          await this.tabInFront.page.bringToFront();
        };
      case 'other tab':
        if (this.tabs.length === 1) return null;
        return async () => {
          this.tabs.unshift(tab);
          this.tabs.pop();
          await this.tabInFront.page.bringToFront();
        };
      case 'new text':
        return () =>
          tab.page.evaluate(() => {
            const paragraph = document.createElement('p');
            paragraph.textContent = 'The ferry waited. \u202e\ud800 <b> Moscow and Pyongyang.';
            document.body.append(paragraph);
          });
      case 'next finding':
        return async () => {
          // Keys start a background that was ended.
          await this.options.evaluate('chrome.runtime.sendMessage({}).catch(() => null)');
          await this.browser.runCommand('next-finding');
        };
      case 'popup':
        return () => this.looksIntoPopup(expected.findings(shown));
      case 'check now': {
        const standing = expected.standing(shown);
        if (standing !== 'waits') return null;
        shown.hasScript = true;
        shown.isAsked = true;
        return () => this.checksNow();
      }
      case 'always read': {
        if (expected.standing({ ...shown, isAsked: false }) !== 'waits') return null;
        shown.hasScript = true;
        shown.isAsked = false;
        const lines = [patternOfSite(shown.place.host)];
        expected.change({ kind: 'list-sites', list: 'always', lines });
        return () => this.pressesInPopup('[name=always]');
      }
      case 'switch off': {
        if (!shown.hasScript || expected.standing(shown) === 'paused') return null;
        expected.change({ kind: 'pause-site', host: shown.place.host });
        return () => this.pressesInPopup('[name=pause]');
      }
      case 'switch on': {
        if (expected.standing(shown) !== 'paused') return null;
        expected.change({ kind: 'resume-site', address: addressOf(shown.place) });
        return () => this.pressesInPopup('[name=resume]');
      }
      case 'hide claim': {
        const before = expected.findings(shown);
        const finding = chosen(before, choice);
        if (!finding) return null;
        const names = this.markerNames(shown);
        const first = firstIn(before, finding);
        expected.change({ kind: 'hide-claim', claim: first.claim });
        return () => this.hidesClaim(tab.page, first, names);
      }
      case 'show claims': {
        const claims = expected.hiddenOn(shown);
        if (!isRead || claims.length === 0) return null;
        expected.change({ kind: 'show-claims', claims });
        return () => this.pressesInPopup('.hidden-here button');
      }
      case 'show claim': {
        const [claim] = settings.hiddenClaims;
        if (claim === undefined) return null;
        const hidden = settings.hiddenClaims.length;
        expected.change({ kind: 'show-claims', claims: [claim] });
        return async () => {
          const inSection = '[aria-labelledby=settingsHidden] li';
          await this.optionsShow(`${inSection}:nth-child(${hidden}):last-child`);
          await this.pressesInOptions(`${inSection} button`);
        };
      }
      case 'import pack': {
        const edition = `2026-11-${String(10 + (choice % 19))}`;
        const text = packText.replace(/edition: .*/, `edition: ${edition}`);
        expected.pack ??= true;
        return async () => {
          await this.chooses('pack', 'ferries.yaml', text);
          // Who removes a pack that is still being imported anew may get it back.
          await waitFor('the pack to be imported', async () => {
            return (await this.options.evaluate(readEdition, packId)) === edition;
          });
        };
      }
      case 'switch pack': {
        const isOn = expected.pack;
        if (isOn === null) return null;
        expected.pack = !isOn;
        return () => this.ticks(`pack-${packId}`, !isOn);
      }
      case 'remove pack':
        if (expected.pack === null) return null;
        expected.pack = null;
        return () => this.pressesInOptions('.packs button');
      case 'verdicts': {
        const verdict = chosen(verdicts, choice);
        const isOn = !settings.verdicts.includes(verdict);
        const others = settings.verdicts.filter((one) => one !== verdict);
        expected.change({ kind: 'set-verdicts', verdicts: isOn ? [...others, verdict] : others });
        return () => this.ticks(`verdict-${verdict}`, isOn);
      }
      case 'look': {
        const quiet = !settings.look.quiet;
        expected.change({ kind: 'set-look', look: { quiet } });
        return () => this.ticks('quietMarks', quiet);
      }
      case 'language': {
        const language = chosen(languages, choice);
        expected.change({ kind: 'set-language', language });
        return () => this.fills('language', language);
      }
      case 'mode': {
        const mode = settings.sites.mode === 'listed' ? 'asked' : 'listed';
        expected.change({ kind: 'set-mode', mode });
        return () => this.pressesInOptions(`.site-modes input[value=${mode}]`);
      }
      case 'remove site': {
        const { always, never } = settings.sites;
        const list = always.length > 0 ? 'always' : 'never';
        const [line] = always.length > 0 ? always : never;
        if (line === undefined) return null;
        expected.change({ kind: 'unlist-sites', list, lines: [line] });
        return () =>
          this.pressesInOptions(
            `.site-list:has([name=${list}-sites]) li:first-child button:last-child`,
          );
      }
      case 'save settings':
        return async () => {
          const file = await this.savesSettings();
          this.saved = { settings, pack: expected.pack, file };
        };
      case 'load settings': {
        const { saved } = this;
        if (!saved) return null;
        const isUndone = choice % 2 === 0;
        if (!isUndone) this.takes(saved);
        return () =>
          this.replaces(isUndone, () => this.chooses('settings', 'mine.json', saved.file));
      }
      case 'defaults': {
        const isUndone = choice % 2 === 0;
        if (!isUndone) this.takes({ settings: defaultSettings, pack: expected.pack });
        const button = '[aria-labelledby=settingsKeep] .row > button:last-of-type';
        return () => this.replaces(isUndone, () => this.pressesInOptions(button));
      }
    }
  }

  /** Waits until all is as it has to be by what was done: kept settings, the page in front, its badge. */
  async holds(): Promise<void> {
    const { page } = this.tabInFront;
    const shown = pageIn(this.tabInFront);
    await this.isKept();
    const names = this.markerNames(shown);
    let seen: string[] = [];
    await waitFor(`${names.length} marks`, async () => {
      seen = await readMarkers(this.browser, page);
      return (
        seen.length === names.length && seen.every((name, at) => name.startsWith(names[at] ?? ''))
      );
    }).catch((error: unknown) => {
      throw new Error(`${addressOf(shown.place)}: ${seen.join(' | ')}, not ${names.join(' | ')}`, {
        cause: error,
      });
    });
    const { length } = this.expected.findings(shown);
    await waitFor(`${length} on the badge`, async () => {
      return Number(await this.options.evaluate(badgeInFront)) === length;
    });
    const hosts = await page.evaluate(() => document.querySelectorAll('tumen-annotations').length);
    deepStrictEqual(hosts, length > 0 ? 1 : 0);
    const told = await this.options.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.problem:not([hidden])')].map(
        ({ innerText }) => innerText,
      ),
    );
    deepStrictEqual(told, []);
    deepStrictEqual(await this.browser.problems(), []);
  }

  /** Looks at each tab once more, closes all and leaves everything as it was at first. */
  async ends(): Promise<void> {
    for (const tab of [...this.tabs]) {
      this.tabs = [...this.tabs.filter((one) => one !== tab), tab];
      await tab.page.bringToFront();
      await this.holds();
    }
    for (const { page } of this.tabs) await page.close();
    if (this.expected.pack !== null) await this.plan('remove pack', 0)?.();
    await this.plan('defaults', 1)?.();
    await this.isKept();
    await this.options.close();
  }

  private get tabInFront(): Tab {
    const tab = this.tabs.at(-1);
    if (!tab) throw new Error('there is always a tab');
    return tab;
  }

  private loaded(place: Place): Loaded {
    return { place, hasScript: this.expected.runsOn(place.host), isAsked: false };
  }

  /** What each marker is called, up to the claim's own words. */
  private markerNames(page: Loaded): string[] {
    const findings = this.expected.findings(page);
    const firsts = findings.filter((finding) => firstIn(findings, finding) === finding);
    const texts = textsIn(this.expected.settings.language);
    return firsts.map(({ verdict }) =>
      (texts.factCheck?.message ?? '')
        .replace('$1', texts[`verdict_${verdict}`]?.message ?? '')
        .replace('$2', ''),
    );
  }

  private takes({ settings, pack }: Kept): void {
    const { expected } = this;
    expected.change({ kind: 'replace', settings });
    if (expected.pack !== null && pack !== null) expected.pack = pack;
  }

  private async opens(place: Place): Promise<void> {
    const history = [this.loaded(place)];
    const page = await this.browser.open(place.file, place.host);
    this.tabs.push({ page, history, at: 0 });
    await page.evaluate('globalThis.isKnown = true');
  }

  private async goes(tab: Tab, place: Place): Promise<void> {
    await this.leaves(tab, `location.href = '${addressOf(place)}'`);
    tab.history = [...tab.history.slice(0, tab.at + 1), this.loaded(place)];
    tab.at += 1;
  }

  /** Goes back or forward. The browser may have kept the page as it was, or loads it anew. */
  private async turns(tab: Tab, by: 1 | -1): Promise<void> {
    const isKnown = await this.leaves(tab, `history.go(${by})`);
    tab.at += by;
    if (!isKnown) tab.history[tab.at] = this.loaded(pageIn(tab).place);
  }

  /** Leaves a page for another, or for itself anew; tells whether that one has been seen before. */
  private async leaves({ page }: Tab, how: string): Promise<unknown> {
    const before = await page.evaluate('performance.timeOrigin');
    await page.evaluate(`setTimeout(() => { ${how} }); null`);
    await waitFor(`the page after ${how}`, () =>
      page
        .evaluate(`document.readyState === 'complete' && performance.timeOrigin !== ${before}`)
        .catch(() => false),
    );
    return page.evaluate(
      '(() => { const isKnown = globalThis.isKnown === true; globalThis.isKnown = true; return isKnown; })()',
    );
  }

  private async looksIntoPopup(findings: readonly Finding[]): Promise<void> {
    await this.inPopup(`${findings.length} findings in the popup`, (popup) =>
      popup.inDocument(
        new Function(
          'document',
          `return document.querySelectorAll('li q').length === ${findings.length}`,
        ) as (document: Document) => boolean,
      ),
    );
  }

  /** Presses a button of the popup as soon as it is there, and waits until that is kept. */
  private async pressesInPopup(button: string): Promise<void> {
    await this.inPopup(button, async (popup) => {
      if (!(await presses(popup, button))) return false;
      await this.isKept();
      return true;
    });
  }

  /** Has the page checked. Nothing is kept of that, so the popup is left only when it has told that it is done. */
  private async checksNow(): Promise<void> {
    const button = '.message button.solid';
    let isPressed = false;
    await this.inPopup('the page to be checked', async (popup) => {
      if (!(await presses(popup, button))) return isPressed;
      isPressed = true;
      return false;
    });
  }

  private async inPopup(what: string, act: (popup: OwnPage) => Promise<boolean>): Promise<void> {
    const popup = await this.browser.openPopup();
    await waitFor(what, () => act(popup));
    await popup.close();
  }

  private async hidesClaim(page: Page, finding: Finding, names: string[]): Promise<void> {
    await waitFor('marks to hide', async () => {
      return (await readMarkers(this.browser, page)).length === names.length;
    });
    // A card may be open that a key has opened.
    await page.keyboard.press('Escape');
    // The mouse may rest there already.
    await page.mouse.move(1, 1);
    await pointAt(page, finding.quote);
    const summary = this.expected.summaryOf(finding);
    await waitFor('the card', async () => (await readCard(this.browser, page))?.includes(summary));
    const texts = textsIn(this.expected.settings.language);
    await pressInCard(this.browser, page, texts.hideClaim?.message ?? '');
    await this.isKept();
  }

  private async optionsShow(selector: string): Promise<void> {
    await waitFor(`${selector} in the settings`, () =>
      this.options.evaluate((wanted) => document.querySelector(wanted) !== null, selector),
    );
  }

  private async pressesInOptions(selector: string): Promise<void> {
    await this.optionsShow(selector);
    await this.options.$eval(selector, (button) => (button as HTMLElement).click());
  }

  private async ticks(name: string, isOn: boolean): Promise<void> {
    const before = isOn ? ':not(:checked)' : ':checked';
    await this.pressesInOptions(`input[name="${name}"]${before}`);
  }

  private async fills(name: string, value: string): Promise<void> {
    await this.options.$eval(
      `[name=${name}]`,
      (field, chosenValue) => {
        (field as HTMLSelectElement).value = chosenValue;
        field.dispatchEvent(new Event('change', { bubbles: true }));
      },
      value,
    );
  }

  private async chooses(field: string, name: string, text: string): Promise<void> {
    await this.options.$eval(
      `[name=${field}]`,
      (input, fileName, content) => {
        const files = new DataTransfer();
        files.items.add(new File([content], fileName));
        (input as HTMLInputElement).files = files.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      },
      name,
      text,
    );
  }

  /** Replaces all settings, and goes back to those before where that is undone. */
  private async replaces(isUndone: boolean, act: () => Promise<void>): Promise<void> {
    await act();
    await this.optionsShow('[name=undo]');
    if (isUndone) await this.pressesInOptions('[name=undo]');
  }

  private async savesSettings(): Promise<string> {
    return this.options.evaluate(async () => {
      const create = URL.createObjectURL;
      const file = new Promise<string>((resolve) => {
        URL.createObjectURL = (blob) => {
          URL.createObjectURL = create;
          resolve((blob as Blob).text());
          return create(blob);
        };
      });
      const button = '[aria-labelledby=settingsKeep] .row > button';
      document.querySelector<HTMLElement>(button)?.click();
      return file;
    });
  }

  /** Waits until the browser's store has what was chosen, and runs Tumen where it is to run. */
  private async isKept(): Promise<void> {
    const { settings, pack } = this.expected;
    const wanted: Stored = { settings, pack, runsOnAdded: this.expected.addsHost(unlistedHost) };
    let kept: Stored | undefined;
    await waitFor('what was chosen to be kept', async () => {
      kept = await this.options.evaluate(readStore, packId, defaultSettings, unlistedHost);
      return isDeepStrictEqual(kept, wanted);
    }).catch(() => deepStrictEqual(kept, wanted));
  }
}

/** Runs in a page of Tumen, so that no background is started for it. */
const badgeInFront = `chrome.tabs.query({ active: true, lastFocusedWindow: true })
  .then(([tab]) => chrome.action.getBadgeText({ tabId: tab.id }))`;

/** What the browser keeps for Tumen. */
interface Stored extends Kept {
  /** Whether it brings Tumen's script into pages of the host that the reader adds. */
  runsOnAdded: boolean;
}

/** Runs in a page of Tumen. */
async function readStore(id: string, defaults: Settings, host: string): Promise<Stored> {
  const { storage, scripting } = (globalThis as unknown as { chrome: Chrome }).chrome;
  const { settings = defaults, packs } = await storage.local.get(['settings', 'packs']);
  const pack = packs?.packs.find(({ header }) => header.id === id)?.isOn ?? null;
  const scripts = await scripting.getRegisteredContentScripts();
  const runsOnAdded = scripts.some(({ matches }) =>
    matches.some((pattern) => pattern.includes(host.replace('www.', ''))),
  );
  return { settings, pack, runsOnAdded };
}

/** Runs in a page of Tumen: the edition of a pack that is kept. */
async function readEdition(id: string): Promise<string | null> {
  const { storage } = (globalThis as unknown as { chrome: Chrome }).chrome;
  const { packs } = await storage.local.get(['packs']);
  return packs?.packs.find(({ header }) => header.id === id)?.header.edition ?? null;
}

/** What of the browser is asked for there. */
interface Chrome {
  storage: {
    local: {
      get(keys: string[]): Promise<{
        settings?: Settings;
        packs?: { packs: { header: { id: string; edition?: string }; isOn: boolean }[] };
      }>;
    };
  };
  scripting: { getRegisteredContentScripts(): Promise<{ matches: string[] }[]> };
}

/** Presses a button where there is one. */
async function presses(popup: OwnPage, button: string): Promise<boolean> {
  const look = new Function(
    'document',
    `return document.querySelector(${JSON.stringify(button)}) !== null`,
  );
  if (!(await popup.inDocument(look as (document: Document) => boolean))) return false;
  // The popup may draw something else just then.
  return popup.click(button).then(
    () => true,
    () => false,
  );
}

function pageIn(tab: Tab): Loaded {
  const page = tab.history[tab.at];
  if (!page) throw new Error('a tab always shows a page');
  return page;
}

function addressOf({ host, file }: Place): string {
  return `http://${host}/${file}`;
}

/** The finding of a sentence that a reader is shown first. */
function firstIn(findings: readonly Finding[], { start, end }: Finding): Finding {
  const first = findings.find((one) => one.start === start && one.end === end);
  if (!first) throw new Error('a finding is of a sentence');
  return first;
}

function chosen<Things extends readonly [unknown, ...unknown[]]>(
  things: Things,
  choice: number,
): Things[number];
function chosen<Thing>(things: readonly Thing[], choice: number): Thing | undefined;
function chosen<Thing>(things: readonly Thing[], choice: number): Thing | undefined {
  return things[choice % things.length];
}

function textsIn(language: Language): Record<string, { message: string } | undefined> {
  const folder = language === 'automatic' ? 'en' : language;
  return JSON.parse(readProjectFile(`public/_locales/${folder}/messages.json`));
}
