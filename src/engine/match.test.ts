import { describe, expect, it } from 'vitest';
import { claimsIn } from '../../tests/engine/rules.ts';

const pay = 'salary-2000-dollars';
const toll = 'about-600-killed';

const million = 'north-korea-sent-one-million-shells';

describe('what may be or is to come', () => {
  const sent = 'Kim Jong Un, who has sent Russia around a million artillery shells,';
  it('keeps a statement from holding where it is told of what the statement asks for', () => {
    const planned = 'Kim Jong Un may send Russia around a million artillery shells.';
    expect(claimsIn(planned, '2024-10-09')).not.toContain(million);
  });

  it('but not where it is told of something else', () => {
    expect(claimsIn(`${sent} may be preparing to go further.`, '2024-10-09')).toContain(million);
  });
});

describe('what a statement does not hold for', () => {
  it.each([
    [
      'soldiers of another country',
      'Russian soldiers are paid $2,000 a month, North Korean ones much less.',
      pay,
    ],
    [
      'a figure that is not reached',
      'North Korean soldiers in Russia earn less than $2,000 a month.',
      pay,
    ],
    [
      'a count that is not reached',
      'Fewer than 600 North Korean soldiers have been killed in Kursk.',
      toll,
    ],
  ])('%s', (_, sentence, claim) => {
    expect(claimsIn(sentence, '2025-05-10')).not.toContain(claim);
  });

  it.each([
    [
      'soldiers of theirs',
      'North Korean soldiers are paid $2,000 a month, Russian ones more.',
      pay,
    ],
    [
      'those of the country that took them in',
      'Russia pays its North Korean soldiers $2,000 a month.',
      pay,
    ],
    [
      'a figure that is nearly reached',
      'Nearly 600 North Korean soldiers have been killed in Kursk.',
      toll,
    ],
  ])('but holds for %s', (_, sentence, claim) => {
    expect(claimsIn(sentence, '2025-05-10')).toContain(claim);
  });

  it('but holds where a number that counts nothing named stands beside the right one', () => {
    const sent = 'Some 30,000 more North Korean soldiers were sent to Russia this summer';
    const claims = claimsIn(`${sent}, on top of the 11,000 who had come before.`, '2025-10-30');
    expect(claims).toContain('thirty-thousand-more-troops-2025');
  });
});

describe('what goes on at the time of a text', () => {
  const wave = 'first-wave-10000-12000';
  const training = '11,000 North Korean soldiers are training in Russia.';
  it('is of that time', () => {
    expect(claimsIn(training, '2024-10-21')).toContain(wave);
    expect(claimsIn(training, '2025-10-21')).not.toContain(wave);
  });
});

describe('a place in a row', () => {
  it('may be told by its number behind the verb', () => {
    const third = 'Shoigu flew to Pyongyang, and this trip was number three since March.';
    expect(claimsIn(third, '2025-06-18')).toContain('shoigu-third-visit-in-three-months');
  });
});

it('takes no reason for what something is done to', () => {
  const trade = 'Russian-North Korean trade drops by half due to sanctions.';
  expect(claimsIn(trade, '2019-04-23')).not.toContain('russia-withdrew-from-un-sanctions');
});
