import { describe, expect, it } from 'vitest';
import { claimsIn } from './rules.ts';

type Case = [claims: string[], published: string, paragraphs: string[]];

/** What was told before is of others, or of something else. */
const apart: Case[] = [
  [
    ['shoigu-4-june-visit-led-to-treaty'],
    '2025-07-14',
    [
      'Sergei Shoigu visited Pyongyang on 4 June and met Kim Jong Un for two hours.',
      'Putin and Kim sealed their mutual defence pact this June, the paper wrote.',
    ],
  ],
  [
    ['shoigu-4-june-visit-led-to-treaty'],
    '2025-06-25',
    [
      'Russian Security Council Secretary Sergei Shoigu was in Pyongyang on 4 June for talks on Kursk.',
      'The comprehensive strategic partnership treaty sprang from the summit of the two leaders in Pyongyang.',
    ],
  ],
  [
    ['shoigu-third-visit-in-three-months'],
    '2025-07-13',
    [
      'Sergei Shoigu said in June that North Korea would send a thousand sappers and 5,000 military builders to Kursk.',
      'Foreign Minister Sergei Lavrov arrived in Wonsan on Friday. He came to Pyongyang for the third time in three months, his aide said.',
    ],
  ],
  [
    ['north-korea-sent-one-million-shells', 'container-capacity-is-not-shell-count'],
    '2024-10-20',
    [
      'North Korea has been sending ships to Russia for a year.',
      'Iran is another friend. It has sent about a million shells across the Caspian Sea, the paper says.',
    ],
  ],
  [
    ['north-korea-already-mass-produces-shahed-geran'],
    '2025-11-20',
    [
      'Russia and North Korea signed a memorandum on drones.',
      'China makes engines. It is already mass-producing the Geran drone for Russia, one analyst thinks.',
    ],
  ],
  [
    ['container-capacity-is-not-shell-count'],
    '2025-08-01',
    [
      'North Korean shells keep the Russian guns firing.',
      'Kyiv waits for its own. The Czech initiative has delivered 12 million shells since 2024, its head said.',
    ],
  ],
  [
    ['fought-inside-ukraine'],
    '2025-02-02',
    [
      'North Korean soldiers have been in Kursk since October 2024.',
      'Colombians serve as well. The soldiers have been in combat in the Kharkiv region, a commander said.',
    ],
  ],
  [
    ['treaty-in-force-since-signing-or-ratification'],
    '2025-01-10',
    [
      'Russia and North Korea ratified their strategic partnership treaty in November 2024.',
      'Moscow and Minsk have one too. The treaty was signed on 6 December 2024 and has come into force since its signing.',
    ],
  ],
  [
    ['treaty-signed-19-june-2024-pyongyang', 'treaty-ratified-november-2024'],
    '2025-01-10',
    [
      'Russia and North Korea have a comprehensive strategic partnership treaty.',
      'Belarus and Russia agreed on security guarantees in Minsk. The document was signed on 6 December 2024. It was ratified in February.',
    ],
  ],
  [
    ['treaty-in-force-since-signing-or-ratification'],
    '2025-05-25',
    [
      'Russia and North Korea signed a strategic partnership treaty in Pyongyang.',
      'The Iran-Russia strategic partnership treaty came into force the moment it was signed, a lawyer in Tehran said.',
    ],
  ],
  [
    ['about-600-killed'],
    '2025-04-29',
    [
      'North Korea has 15,000 soldiers in Kursk.',
      'Russia keeps silent about its own. Its army has lost about 600 killed in Toretsk, the monitors say.',
    ],
  ],
  [
    ['about-600-killed'],
    '2025-05-02',
    [
      'North Korean troops have fought in the Kursk region since autumn.',
      'The Ukrainians pulled out in March. They lost about 600 killed and 4,000 wounded, Moscow says.',
    ],
  ],
  [
    ['kursk-fully-liberated-26-april-2025'],
    '2025-05-10',
    [
      'North Korean guests saw Kursk.',
      'Donetsk is another matter. The region was completely liberated on 26 April 2025, a blogger claims.',
    ],
  ],
  [
    ['fifty-thousand-north-korean-workers-in-russia'],
    '2025-08-20',
    [
      'North Korean builders are expected in Russia. Uzbeks are already there. They number some 50,000 workers in Alabuga, a manager said.',
    ],
  ],
  [
    ['kim-moscow-visit-scheduled', 'kim-jong-un-visited-moscow'],
    '2025-09-10',
    [
      'Kim Jong Un and Vladimir Putin met in Beijing.',
      'Donald Trump hopes for a summit of his own. He will visit Moscow on 9 May, an aide said, and Kim knows.',
    ],
  ],
  [
    ['kim-jong-un-visited-moscow'],
    '2025-06-20',
    [
      'Kim Jong Un sent his greetings to Russia.',
      'Indian prime minister Narendra Modi travelled himself. He has been to Moscow for talks with Vladimir Putin.',
    ],
  ],
  [
    ['kim-red-square-9-may-2025'],
    '2025-05-12',
    [
      'Kim Jong Un stayed in Pyongyang and visited the Russian embassy.',
      'Slovak prime minister Robert Fico flew to Moscow. He watched the parade on Red Square on 9 May from the stand next to Putin.',
    ],
  ],
  [
    ['engineer-regiment-528-returned-december-2025', 'nine-engineers-are-north-koreas-whole-toll'],
    '2025-12-10',
    [
      'North Korean military engineers cleared mines in Kursk.',
      'Azerbaijan lent deminers to Ukraine. They returned home in December 2025, and nine of them had been killed.',
    ],
  ],
  [
    ['south-korea-sends-troops-to-ukraine', 'fifteen-thousand-total'],
    '2025-02-20',
    [
      'North Korea has sent soldiers to Russia.',
      'Paris debates. It has announced that it will send troops to Ukraine to fight.',
    ],
  ],
  [
    ['million-barrels-of-crude-oil', 'russia-over-one-million-barrels-2024'],
    '2025-03-10',
    [
      'North Korea gets oil from Russia.',
      'India buys more. It received more than a million barrels of crude oil from Russia in 2024, a trader said.',
    ],
  ],
  [
    ['russia-dprk-media-agreement-november-2025'],
    '2025-09-01',
    [
      'Nikita Berezin met Choe Son Hui in Pyongyang in July.',
      'A Chinese envoy called later. She was received in Wonsan by Xi, and the two signed the media agreement of 11 November 2025.',
    ],
  ],
];

/** What was told before is needed to understand the next sentence. */
const leaning: Case[] = [
  [
    ['shoigu-third-visit-in-three-months'],
    '2025-06-18',
    [
      'Sergei Shoigu landed in Pyongyang on Tuesday. The Russian Security Council secretary was received by Kim. It was his third visit in three months.',
    ],
  ],
  [
    ['kim-to-send-1000-sappers-5000-military-builders'],
    '2025-06-18',
    [
      'Sergei Shoigu landed in Pyongyang on Tuesday and was received by Kim Jong Un.',
      'He announced that North Korea would send 1,000 sappers and 5,000 military builders to the Kursk region.',
    ],
  ],
  [
    ['shoigu-third-visit-in-three-months'],
    '2025-06-18',
    [
      'Sergei Shoigu landed in Pyongyang on Tuesday.',
      'It was his third visit in three months, the embassy said.',
    ],
  ],
  [
    ['treaty-ratified-november-2024'],
    '2025-01-15',
    [
      'Russia and North Korea have a comprehensive strategic partnership treaty. The two countries ratified it in November 2024.',
    ],
  ],
  [
    ['treaty-in-force-4-december-2024'],
    '2025-01-15',
    [
      'The comprehensive strategic partnership treaty of Russia and North Korea runs to 23 articles.',
      'The agreement came into force on 4 December 2024.',
    ],
  ],
  [
    ['confirmations-april-2025'],
    '2025-06-01',
    [
      'Russia confirmed on 26 April 2025 that North Korean soldiers fought in Kursk. Two days later Pyongyang confirmed it as well.',
    ],
  ],
  [
    ['treaty-in-force-since-signing-or-ratification'],
    '2025-07-10',
    [
      'The treaty between Russia and North Korea was signed in Pyongyang on 19 June 2024. It entered into force that day, the minister said.',
    ],
  ],
  [
    ['treaty-ratified-november-2024'],
    '2025-07-10',
    [
      'The treaty between Russia and North Korea was signed on 19 June 2024. Both countries ratified it in November of the same year.',
    ],
  ],
  [
    ['treaty-ratified-november-2024'],
    '2025-07-10',
    [
      'Putin and Kim signed the treaty in Pyongyang on 19 June 2024.',
      'Five months later both countries had ratified it.',
    ],
  ],
  [
    ['fought-inside-ukraine'],
    '2025-01-14',
    [
      'Pyongyang sent 11,000 soldiers to Kursk in the autumn of 2024. They have been in combat in the Kharkiv region too.',
    ],
  ],
  [
    ['half-of-russias-shells-north-korean'],
    '2025-08-20',
    [
      'North Korea is not poor in ammunition. Its shells make up half of what Russia fires in Ukraine.',
    ],
  ],
  [
    ['north-korea-sent-one-million-shells'],
    '2025-08-20',
    ['Pyongyang denies everything. It has sent Russia about a million shells, Seoul believes.'],
  ],
  [
    ['shoigu-4-june-visit-led-to-treaty'],
    '2025-07-14',
    [
      'Sergei Shoigu visited Pyongyang on 4 June 2025. The visit led to the signing of the comprehensive strategic partnership treaty.',
    ],
  ],
  [
    ['shoigu-4-june-visit-led-to-treaty'],
    '2025-07-14',
    [
      'Sergei Shoigu held talks with Kim Jong Un in Pyongyang on 4 June.',
      'Those talks led to the signing of the treaty on comprehensive strategic partnership the same month.',
    ],
  ],
  [
    ['kim-red-square-9-may-2025'],
    '2025-05-12',
    [
      'Kim Jong Un has been a guest in Russia three times. In May 2025 he was in Moscow, where he watched the parade on Red Square on 9 May.',
    ],
  ],
];

describe('what a text told before', () => {
  it.each(apart)(
    'is not carried to where another is meant: %s, %s: %s',
    (claims, published, paragraphs) => {
      const found = claimsIn(paragraphs, published);
      for (const claim of claims) expect(found).not.toContain(claim);
    },
  );

  it.each(leaning)(
    'is carried to where it is meant: %s, %s: %s',
    (claims, published, paragraphs) => {
      expect(claimsIn(paragraphs, published)).toEqual(expect.arrayContaining(claims));
    },
  );
});
