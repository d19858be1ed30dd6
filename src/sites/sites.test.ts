import { expect, test } from 'vitest';
import { addedOrigins, type Sites, standingOf } from './sites.ts';

const listed = ['*://*.news.example/*'];
const sites: Sites = {
  mode: 'listed',
  always: ['*.paper.example', 'blog.example/war/*'],
  never: ['sport.news.example', 'paper.example/games/*'],
};

const standing = (address: string, mode: Sites['mode'] = 'listed') =>
  standingOf({ ...sites, mode }, new URL(address), listed);

test('listed sites and those always read are read by themselves', () => {
  expect(standing('https://www.news.example/a')).toBe('reads');
  expect(standing('https://m.paper.example/a')).toBe('reads');
  expect(standing('https://blog.example/war/1')).toBe('reads');
  expect(standing('https://blog.example/cats/1')).toBe('waits');
  expect(standing('https://othernews.example/')).toBe('waits');
});

test('the mode decides on all others', () => {
  expect(standing('https://other.example/', 'all')).toBe('reads');
  expect(standing('https://www.news.example/', 'asked')).toBe('waits');
  expect(standing('https://paper.example/', 'asked')).toBe('reads');
});

test('never goes before always and before the mode', () => {
  expect(standing('https://sport.news.example/', 'all')).toBe('paused');
  expect(standing('https://paper.example/games/1')).toBe('paused');
});

test('access is needed to what is added', () => {
  expect(addedOrigins(sites)).toEqual([
    '*://*.paper.example/*',
    '*://blog.example/*',
    '*://www.blog.example/*',
  ]);
  expect(addedOrigins({ ...sites, mode: 'all' })).toEqual(['*://*/*']);
});
