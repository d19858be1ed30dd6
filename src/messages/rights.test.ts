import { describe, expect, test } from 'vitest';
import { defaultSettings, type SettingsChange } from '../settings/settings.ts';
import type { Sender } from './messages.ts';
import { demandOwnPage, demandRight } from './rights.ts';

const script: Sender = { tab: 1, frame: 0, isOwnPage: false, host: 'news.example' };
const ownPage: Sender = { tab: null, frame: 0, isOwnPage: true, host: 'tumen' };

const ofItsOwn: SettingsChange[] = [
  { kind: 'hide-claim', claim: 'a-claim' },
  { kind: 'pause-site', host: 'news.example' },
];

const ofOthers: SettingsChange[] = [
  { kind: 'pause-site', host: 'other.example' },
  { kind: 'pause-site', host: 'example' },
  { kind: 'pause-site', host: 'sub.news.example' },
  { kind: 'pause-site', host: '' },
  { kind: 'show-claims', claims: ['a-claim'] },
  { kind: 'resume-site', address: 'https://news.example/' },
  { kind: 'set-mode', mode: 'all' },
  { kind: 'list-sites', list: 'always', lines: ['news.example'] },
  { kind: 'unlist-sites', list: 'never', lines: ['news.example'] },
  { kind: 'set-verdicts', verdicts: [] },
  { kind: 'set-look', look: { quiet: true } },
  { kind: 'set-language', language: 'uk' },
  { kind: 'replace', settings: defaultSettings },
];

describe('the script in a page', () => {
  test.each(ofItsOwn)('may ask for what its card offers: %j', (change) => {
    expect(() => demandRight(change, script)).not.toThrow();
  });

  test.each(ofOthers)('may not ask for %j', (change) => {
    expect(() => demandRight(change, script)).toThrow('only a page of Tumen itself');
  });

  test('of an address without a host may not switch off what has none', () => {
    const sender = { ...script, host: '' };
    expect(() => demandRight({ kind: 'pause-site', host: '' }, sender)).toThrow();
  });
});

test('one of our own pages may ask for all of it, and nobody else for what is theirs', () => {
  for (const change of [...ofItsOwn, ...ofOthers])
    expect(() => demandRight(change, ownPage)).not.toThrow();
  expect(() => demandOwnPage(ownPage)).not.toThrow();
  expect(() => demandOwnPage(script)).toThrow();
});
