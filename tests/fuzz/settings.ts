import { deepStrictEqual, ok } from 'node:assert';
import fc from 'fast-check';
import type { fakeBrowser } from 'wxt/testing/fake-browser';
import { ReasonedError } from '../../src/reason/reason.ts';
import {
  defaultSettings,
  parseSettings,
  type SettingsChange,
} from '../../src/settings/settings.ts';
import { readSettingsFile } from '../../src/settings/settings-file.ts';
import { oddFile, oddVersion } from './odd-value.ts';
import type { Run, Tally } from './tally.ts';

type Store = typeof import('../../src/settings/store.ts') &
  Pick<typeof import('../../src/storage/set-aside.ts'), 'loadSetAside'>;

const used = {
  ...defaultSettings,
  hiddenClaims: ['shoigu-defence-minister'],
  sites: { mode: 'listed' as const, always: ['blog.example/war/*'], never: ['*.news.example'] },
};

const changes: SettingsChange[] = [
  { kind: 'hide-claim', claim: 'a' },
  { kind: 'show-claims', claims: ['shoigu-defence-minister'] },
  { kind: 'pause-site', host: 'www.other.example' },
  { kind: 'resume-site', address: 'https://www.news.example/a' },
  { kind: 'set-mode', mode: 'all' },
  { kind: 'list-sites', list: 'always', lines: ['*.paper.example', 'news.example/a?b=*'] },
  { kind: 'unlist-sites', list: 'never', lines: ['*.news.example'] },
  { kind: 'set-verdicts', verdicts: ['false'] },
  { kind: 'set-look', look: { quiet: true, textSize: 'large' } },
  { kind: 'set-language', language: 'uk' },
  { kind: 'replace', settings: defaultSettings },
];

/**
 * Loads changed settings from files and from the browser's store, and asks for changes that nobody
 * should ask for: what cannot be used is refused or set aside whole, and never lost.
 */
export async function fuzzSettings(
  { count, seed }: Run,
  browser: Pick<typeof fakeBrowser, 'reset' | 'storage'>,
  store: Store,
): Promise<Tally> {
  const tally = {
    'settings files': 0,
    'stored settings': 0,
    'changes asked for': 0,
    refused: 0,
    'set aside': 0,
  };
  const saved = { ...used, packs: [{ id: 'a', name: 'A', isOn: true }] };
  const file = JSON.stringify(saved, null, 2);
  const texts = fc.oneof(
    oddFile(file),
    oddVersion(saved).map((value) => JSON.stringify(value) ?? ''),
  );
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      tally['settings files'] += 1;
      const read = await readSettingsFile(new Blob([text])).catch((error: unknown) => {
        holdMessage(error);
        tally.refused += 1;
      });
      if (read) deepStrictEqual(parseSettings(read.settings), read.settings);
    }),
    { numRuns: count, seed },
  );
  const change = fc.oneof(
    fc.constantFrom(...changes),
    fc.constantFrom(...changes).chain(oddVersion),
  );
  await fc.assert(
    fc.asyncProperty(
      oddVersion(used),
      fc.array(change, { maxLength: 4 }),
      async (stored, asked) => {
        browser.reset();
        await browser.storage.local.set({ settings: structuredClone(stored) });
        tally['stored settings'] += 1;
        const isUsable = isSettings(stored);
        await store.setAsideIfBroken();
        const [aside] = await store.loadSetAside('settings');
        if (isUsable || stored === undefined || stored === null) ok(!aside || stored === null);
        else deepStrictEqual(aside?.stored, stored, 'what cannot be used is set aside as it was');
        if (aside) tally['set aside'] += 1;
        for (const one of asked) {
          tally['changes asked for'] += 1;
          const before = await store.loadSettings();
          const after = await store
            .changeSettings(one as SettingsChange)
            .catch((error: unknown) => {
              holdMessage(error);
              tally.refused += 1;
              return before;
            });
          deepStrictEqual(
            await store.loadSettings(),
            after,
            'a change that is refused changes nothing',
          );
          deepStrictEqual(parseSettings(after), after, 'what is stored can be read');
        }
        deepStrictEqual(
          (await store.loadSetAside('settings')).map(({ stored }) => stored),
          aside ? [aside.stored] : [],
          'what was set aside stays',
        );
      },
    ),
    { numRuns: count, seed },
  );
  return tally;
}

function isSettings(value: unknown): boolean {
  try {
    parseSettings(value);
    return true;
  } catch {
    return false;
  }
}

function holdMessage(error: unknown): void {
  const isRefusal = error instanceof ReasonedError || Object(error).constructor === Error;
  ok(error instanceof Error && isRefusal, `not a clear refusal: ${error}`);
  ok(!error.message.includes('\n') && error.message.length < 200, 'a refusal is one line');
}
