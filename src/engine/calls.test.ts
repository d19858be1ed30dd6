import { describe, expect, it } from 'vitest';
import { claimsIn } from '../../tests/engine/rules.ts';

describe('what is called what', () => {
  it.each([
    ['The Russian Defence Minister, Army General Sergei Shoigu, came.', 'shoigu-defence-minister'],
    ['Defence Minister S. Shoigu of Russia came to Pyongyang.', 'shoigu-defence-minister'],
    ['Kim has a new defence minister: No Kwang Chol.', 'no-kwang-chol-defence-minister'],
    ['Russia’s top defence official, Minister Shoigu, came.', 'shoigu-defence-minister'],
    [
      'He was in the South Korean capital of Pyongyang before flying on.',
      'pyongyang-south-korean-capital',
    ],
    ['The ambassador of Russia to the DPRK A. Matsegora came.', 'matsegora-is-ambassador'],
    [
      'The post of Russian ambassador in the DPRK is held by the diplomat Alexander Matsegora.',
      'matsegora-is-ambassador',
    ],
    [
      'The North’s defence ministry now belongs to No Kwang Chol.',
      'no-kwang-chol-defence-minister',
    ],
    ['MSMT: UN agency that watches the sanctions on the DPRK.', 'msmt-is-a-un-body'],
    [
      'Lavrov’s plane landed in Pyongyang, the capital of South Korea, late on Friday.',
      'pyongyang-south-korean-capital',
    ],
    [
      'Pyongyang (South Korea), 19 June: Kim and Putin sign a treaty.',
      'pyongyang-south-korean-capital',
    ],
    [
      'The treaty with Kim was signed in Pyongyang in South Korea.',
      'pyongyang-south-korean-capital',
    ],
  ])('%s', (text, claim) => {
    expect(claimsIn(text, '2026-01-15')).toContain(claim);
  });

  it.each([
    ['The former Russian defence minister Sergei Shoigu came.', 'shoigu-defence-minister'],
    ['North Korea’s defence minister and Sergei Shoigu met.', 'shoigu-defence-minister'],
    ['Russia sends oil to Pyongyang, Seoul says.', 'pyongyang-south-korean-capital'],
    ['Russia sent arms to Pyongyang in June, Seoul says.', 'pyongyang-south-korean-capital'],
    ['The ambassador to Russia met A. Matsegora.', 'matsegora-is-ambassador'],
    [
      'Russia has named a man to succeed A. Matsegora as ambassador to the DPRK.',
      'matsegora-is-ambassador',
    ],
    [
      'Flights to Pyongyang in South Korea’s summer holidays are full.',
      'pyongyang-south-korean-capital',
    ],
  ])('not: %s', (text, claim) => {
    expect(claimsIn(text, '2026-01-15')).not.toContain(claim);
  });
});
