import { describe, expect, test } from 'vitest';
import { standingOf } from '../sites/sites.ts';
import { changed, defaultSettings, parseSettings, type Settings } from './settings.ts';

describe('changed', () => {
  const standing = (settings: Settings, address: string) =>
    standingOf(settings.sites, new URL(address), ['*://*.example.com/*']);

  test('pauses and resumes a site with the hosts under it', () => {
    const paused = changed(defaultSettings, { kind: 'pause-site', host: 'www.example.com' });
    expect(standing(paused, 'https://example.com/')).toBe('paused');
    expect(standing(paused, 'https://m.example.com/')).toBe('paused');
    expect(standing(paused, 'https://notexample.com/')).toBe('waits');
    const address = 'https://m.example.com/a';
    const resumed = changed(paused, { kind: 'resume-site', address });
    expect(standing(resumed, 'https://example.com/')).toBe('reads');
  });

  test('lists sites in one form, on one list at a time', () => {
    const lines = ['https://www.blog.example/', '*.paper.example'];
    const always = changed(defaultSettings, { kind: 'list-sites', list: 'always', lines });
    expect(always.sites.always).toEqual(['blog.example', '*.paper.example']);
    const moved = changed(always, {
      kind: 'list-sites',
      list: 'never',
      lines: ['blog.example', 'blog.example'],
    });
    expect(moved.sites).toEqual({
      mode: 'listed',
      always: ['*.paper.example'],
      never: ['blog.example'],
    });
    const none = changed(moved, { kind: 'unlist-sites', list: 'never', lines: ['blog.example'] });
    expect(none.sites.never).toEqual([]);
  });

  test('refuses a line that names no site', () => {
    const lines = ['fine.example', '*'];
    const change = () => changed(defaultSettings, { kind: 'list-sites', list: 'never', lines });
    expect(change).toThrow('siteWildcard: *');
  });

  test('hides claims once and shows them again', () => {
    const once = changed(defaultSettings, { kind: 'hide-claim', claim: 'a' });
    const twice = changed(once, { kind: 'hide-claim', claim: 'a' });
    expect(twice.hiddenClaims).toEqual(['a']);
    expect(changed(twice, { kind: 'show-claims', claims: ['a', 'b'] }).hiddenClaims).toEqual([]);
  });

  test('changes one part of the look', () => {
    const { look } = changed(defaultSettings, { kind: 'set-look', look: { quiet: true } });
    expect(look).toEqual({ ...defaultSettings.look, quiet: true });
  });

  test('leaves the defaults alone', () => {
    changed(defaultSettings, { kind: 'set-verdicts', verdicts: [] });
    expect(defaultSettings.verdicts).toHaveLength(6);
  });
});

describe('parseSettings', () => {
  test('reads what it wrote', () => {
    const settings = changed(defaultSettings, { kind: 'hide-claim', claim: 'a' });
    expect(parseSettings(JSON.parse(JSON.stringify(settings)))).toEqual(settings);
  });

  test('takes over the first form, which knew nothing of looks', () => {
    const { version, verdicts, hiddenClaims } = defaultSettings;
    const first = { version: 1, verdicts, hiddenClaims, pausedSites: [] };
    expect(parseSettings(first)).toEqual({ ...defaultSettings, version });
  });

  test('takes over the second form, which knew of sites switched off, no size of text and no language', () => {
    const { verdicts } = defaultSettings;
    const pausedSites = ['example.com', '', '127.0.0.1'];
    const look = { quiet: true, ticks: false };
    const second = { version: 2, verdicts, hiddenClaims: ['a'], pausedSites, look };
    expect(parseSettings(second)).toEqual({
      ...defaultSettings,
      hiddenClaims: ['a'],
      look: { ...look, textSize: 'normal' },
      sites: { mode: 'listed', always: [], never: ['*.example.com', '127.0.0.1'] },
    });
  });

  test.each([
    ['no object', 'x'],
    ['no version', {}],
    ['a newer version', { ...defaultSettings, version: 4 }],
    ['a broken list', { ...defaultSettings, hiddenClaims: [1] }],
    ['a look that is none', { ...defaultSettings, look: { quiet: 'very', ticks: true } }],
    [
      'a size of text that is none',
      { ...defaultSettings, look: { quiet: true, ticks: true, textSize: 'huge' } },
    ],
    ['a language that is not known', { ...defaultSettings, language: 'xx' }],
    ['a second form without a look', { ...defaultSettings, version: 2, look: null }],
    ['a missing list', { version: 1, verdicts: [] }],
    ['no sites', { ...defaultSettings, sites: undefined }],
    ['an unknown mode', { ...defaultSettings, sites: { ...defaultSettings.sites, mode: 'some' } }],
    ['a broken site', { ...defaultSettings, sites: { ...defaultSettings.sites, never: ['*'] } }],
  ])('refuses %s', (_, stored) => {
    expect(() => parseSettings(stored)).toThrow();
  });
});
