import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isPackOn, noPolicy, parsePolicy, sitesUnder } from './policy.ts';

const own = { mode: 'listed' as const, always: ['own.example'], never: ['quiet.example'] };

describe('parsePolicy', () => {
  test('leaves open what is not set', () => {
    expect(parsePolicy({})).toEqual(noPolicy);
    expect(sitesUnder(noPolicy, own)).toEqual(own);
  });

  test('names what cannot be used, and takes the rest', () => {
    const policy = parsePolicy({
      where: 'somewhere',
      alwaysRead: ['https://www.news.example/', '*'],
      neverRead: 'intranet.example',
      packsOff: ['one'],
      packImport: false,
    });
    expect(policy).toEqual({
      ...noPolicy,
      always: ['news.example'],
      packsOff: ['one'],
      allowsPackImport: false,
      faults: [
        { key: 'where', reason: { word: 'reason_notOneOf', parts: ['listed, all, asked'] } },
        { key: 'alwaysRead', reason: { word: 'reason_siteWildcard', parts: ['*'] } },
        { key: 'neverRead', reason: { word: 'reason_notList', parts: [] } },
      ],
    });
  });
});

test('what the organisation says stands in place of the choice, and before the sites never read', () => {
  const policy = parsePolicy({
    where: 'asked',
    alwaysRead: [],
    neverRead: ['*.bank.example', 'quiet.example'],
  });
  expect(sitesUnder(policy, own)).toEqual({
    mode: 'asked',
    always: [],
    never: ['*.bank.example', 'quiet.example'],
  });
});

test('a pack is on or off as the organisation says, and else as the reader does', () => {
  const policy = parsePolicy({ packsOn: ['one', 'two'], packsOff: ['two'] });
  expect([isPackOn(policy, 'one'), isPackOn(policy, 'two'), isPackOn(policy, 'three')]).toEqual([
    true,
    false,
    null,
  ]);
});

test('the schema that Chrome gets has the keys that are read, in their form', () => {
  const { properties } = JSON.parse(readFileSync('assets/policy.schema.json', 'utf8')) as {
    properties: Record<string, { type: string; enum?: string[]; items?: { type: string } }>;
  };
  const exampleOf = (key: string) => {
    const { type, enum: choices, items } = properties[key] ?? {};
    if (type === 'boolean') return false;
    if (type === 'array' && items?.type === 'string') return ['a.example'];
    return choices?.at(-1);
  };
  const full = Object.fromEntries(Object.keys(properties).map((key) => [key, exampleOf(key)]));
  expect(parsePolicy(full)).toEqual({
    mode: 'asked',
    always: ['a.example'],
    never: ['a.example'],
    packsOn: ['a.example'],
    packsOff: ['a.example'],
    allowsPackImport: false,
    opensWelcome: false,
    faults: [],
  });
});
