import { describe, expect, test } from 'vitest';
import { changed, defaultSettings, isPaused, parseSettings } from './settings.ts';

describe('changed', () => {
  test('pauses and resumes a site with the hosts under it', () => {
    const paused = changed(defaultSettings, { kind: 'pause-site', host: 'www.example.com' });
    expect(isPaused(paused, 'example.com')).toBe(true);
    expect(isPaused(paused, 'm.example.com')).toBe(true);
    expect(isPaused(paused, 'notexample.com')).toBe(false);
    const resumed = changed(paused, { kind: 'resume-site', host: 'm.example.com' });
    expect(isPaused(resumed, 'example.com')).toBe(false);
  });

  test('hides claims once and shows them again', () => {
    const once = changed(defaultSettings, { kind: 'hide-claim', claim: 'a' });
    const twice = changed(once, { kind: 'hide-claim', claim: 'a' });
    expect(twice.hiddenClaims).toEqual(['a']);
    expect(changed(twice, { kind: 'show-claims', claims: ['a', 'b'] }).hiddenClaims).toEqual([]);
  });

  test('changes one part of the look', () => {
    const { look } = changed(defaultSettings, { kind: 'set-look', look: { quiet: true } });
    expect(look).toEqual({ quiet: true, ticks: true });
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
    const { look, ...rest } = changed(defaultSettings, { kind: 'hide-claim', claim: 'a' });
    expect(parseSettings({ ...rest, version: 1 })).toEqual({ ...rest, look });
  });

  test.each([
    ['no object', 'x'],
    ['no version', {}],
    ['a newer version', { ...defaultSettings, version: 3 }],
    ['a broken list', { ...defaultSettings, hiddenClaims: [1] }],
    ['a look that is none', { ...defaultSettings, look: { quiet: 'very', ticks: true } }],
    ['a missing list', { version: 1, verdicts: [] }],
  ])('refuses %s', (_, stored) => {
    expect(() => parseSettings(stored)).toThrow();
  });
});
