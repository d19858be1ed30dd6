import { afterAll, beforeAll, expect, test } from 'vitest';
import { NoAnswerError } from '../messages/messages.ts';
import { ReasonedError } from '../reason/reason.ts';
import { sayProblem } from './problem.ts';

beforeAll(() => {
  const texts = {
    noRoom: 'no room left',
    interrupted: 'interrupted',
    reason_siteHost: '“$1” is no site.',
  };
  globalThis.tumenTexts = { language: 'en', texts };
});

afterAll(() => {
  globalThis.tumenTexts = undefined;
});

test.each([
  ['Chrome', 'Resource::kQuotaBytes quota exceeded'],
  ['Firefox', 'QuotaExceededError: storage.local API call exceeded its quota limitations.'],
])('tells a full storage by what %s says', (_, reason) => {
  expect(sayProblem(new Error(reason))).toBe('no room left');
});

test('tells that nobody answered, whatever the browser says of it', () => {
  expect(sayProblem(new NoAnswerError('quota of messages'))).toBe('interrupted');
});

test('says a reason that has a text, without a stop of its own', () => {
  expect(sayProblem(new ReasonedError('reason_siteHost', 'a b'))).toBe('“a b” is no site');
});

test('gives any other reason as it is', () => {
  expect(sayProblem(new Error('they name no known version'))).toBe('they name no known version');
  expect(sayProblem('odd')).toBe('odd');
});
