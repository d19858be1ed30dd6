import { describe, expect, it } from 'vitest';
import { claimsIn, shown, stanceOf } from '../../tests/engine/rules.ts';
import type { Stance } from './finding.ts';

const announced = 'kim-to-send-1000-sappers-5000-military-builders';
const signed = 'treaty-signed-19-june-2024-pyongyang';
const ratified = 'treaty-ratified-november-2024';
const minister = 'shoigu-defence-minister';

describe('stance', () => {
  it.each<[Stance, string, string]>([
    ['asserted', announced, 'North Korea will dispatch 1,000 sappers to Russia’s Kursk region.'],
    ['asserted', signed, 'Russia and North Korea signed a treaty in Pyongyang on 19 June 2024.'],
    ['asserted', minister, 'Russian Defence Minister Sergei Shoigu flew home from Pyongyang.'],
    [
      'attributed',
      announced,
      'According to Interfax, North Korea will dispatch 1,000 sappers to Russia’s Kursk region.',
    ],
    [
      'attributed',
      signed,
      'Russia and North Korea reportedly signed their partnership treaty on 19 June 2024.',
    ],
    [
      'attributed',
      announced,
      'North Korea will dispatch 1,000 sappers to Russia’s Kursk region, Shoigu said.',
    ],
    [
      'attributed',
      announced,
      'Kyiv claims that North Korea will dispatch 1,000 sappers to Russia’s Kursk region.',
    ],
    [
      'denied',
      announced,
      'Peskov denied that North Korea will dispatch 1,000 sappers to Russia’s Kursk region.',
    ],
    [
      'denied',
      announced,
      'There is no evidence that North Korea will dispatch 1,000 sappers to Russia’s Kursk region.',
    ],
    [
      'attributed',
      'nk-soldiers-porn-addiction',
      'The North Koreans sent to Russia have never had free internet before and are gorging on porn, he said.',
    ],
    [
      'asserted',
      'first-russian-tourists-february-2024',
      'After four years without visitors North Korea let in its first foreign tour group on 9 February 2024: skiers from Russia.',
    ],
    [
      'asserted',
      'un-sanctions-on-north-korea-ended',
      'Who was to stop them, once a Russian veto had put an end to the UN sanctions on the North?',
    ],
    [
      'asserted',
      'nk-troops-same-as-nato-soldiers',
      'Just like Pyongyang’s men, NATO’s soldiers have been fighting in Ukraine for years, so why the outcry?',
    ],
    [
      'questioned',
      'nk-troops-in-belgorod',
      'Who says that North Korean soldiers have been fighting in the Belgorod region for weeks?',
    ],
    ['asserted', minister, 'If Putin does travel, look for Defence Minister Sergei Shoigu.'],
    [
      'asserted',
      'moscow-pyongyang-train-resumed-june-2025',
      'If you have more time than money, the direct train from Moscow to Pyongyang has been back since 17 June 2025.',
    ],
    [
      'asserted',
      'russian-coal-via-rajin-breaks-un-sanctions',
      'Russian coal cannot be shipped through Rajin without violating UN sanctions on North Korea.',
    ],
    [
      'denied',
      'russian-coal-via-rajin-breaks-un-sanctions',
      'Russian coal can be shipped through Rajin without violating UN sanctions on North Korea.',
    ],
    [
      'asserted',
      'russia-withdrew-from-un-sanctions',
      'Not to Moscow, which has officially pulled out of the UN sanctions on North Korea.',
    ],
    ['denied', signed, 'Russia and North Korea did not sign a treaty on 19 June 2024.'],
    [
      'hypothetical',
      signed,
      'Without the war Russia and North Korea would never have signed a treaty in Pyongyang on 19 June 2024.',
    ],
    ['asserted', signed, 'No, Russia and North Korea signed their treaty on 19 June 2024.'],
    ['denied', signed, 'No, Russia and North Korea did not sign their treaty on 19 June 2024.'],
    [
      'asserted',
      ratified,
      'Russia and North Korea did not ratify their partnership treaty until November 2024.',
    ],
    [
      'attributed',
      announced,
      'Peskov dismissed the outcry, saying that North Korea will dispatch 1,000 sappers to Kursk.',
    ],
    [
      'denied',
      signed,
      'The paper did not report that Russia and North Korea signed a treaty on 19 June 2024.',
    ],
    [
      'attributed',
      'nk-soldiers-porn-addiction',
      'North Korean soldiers watch porn in Russia, where, unlike at home, nobody blocks sites, he said.',
    ],
    [
      'denied',
      'beijing-2025-trilateral-summit',
      'Xi, Putin and Kim stood side by side in Beijing; a three-way summit did not take place.',
    ],
    [
      'questioned',
      ratified,
      'Did Russia and North Korea ratify their partnership treaty in November 2024, students asked.',
    ],
    [
      'questioned',
      ratified,
      'Did Russia and North Korea ratify their partnership treaty in November 2024, analysts wonder.',
    ],
    [
      'questioned',
      ratified,
      'It is far from certain that Moscow and Pyongyang ratified their treaty in November 2024.',
    ],
    [
      'questioned',
      ratified,
      'Readers asked whether Moscow and Pyongyang ratified their treaty in November 2024.',
    ],
    [
      'rebutted',
      announced,
      'The paper took back its report that North Korea will dispatch 1,000 sappers to Russia’s Kursk region.',
    ],
    [
      'rebutted',
      announced,
      'A satirical site reported that North Korea will dispatch 1,000 sappers to Russia’s Kursk region.',
    ],
    [
      'rebutted',
      announced,
      'North Korea will dispatch 1,000 sappers to Russia’s Kursk region, a report that has since been refuted.',
    ],
    [
      'denied',
      ratified,
      'As of November 2024 neither Moscow nor Pyongyang had yet ratified the partnership treaty.',
    ],
    ['denied', ratified, 'Russia and North Korea never ratified their treaty in November 2024.'],
    ['denied', ratified, 'The treaty of Russia and North Korea was not ratified in November 2024.'],
    [
      'questioned',
      announced,
      'Will North Korea really dispatch 1,000 sappers to Russia’s Kursk region?',
    ],
    [
      'questioned',
      ratified,
      'Did Russia and North Korea ratify their treaty in November 2024, deputies want to know.',
    ],
    ['questioned', minister, 'Is Sergei Shoigu still the defence minister of Russia?'],
    [
      'questioned',
      announced,
      'It is unclear whether North Korea will dispatch 1,000 sappers to Russia’s Kursk region.',
    ],
    [
      'rebutted',
      announced,
      'Posts falsely claimed that North Korea will dispatch 1,000 sappers to Russia’s Kursk region.',
    ],
    [
      'rebutted',
      announced,
      'It is not true that North Korea will dispatch 1,000 sappers to Russia’s Kursk region.',
    ],
    ['rebutted', minister, 'It is untrue that Sergei Shoigu is the defence minister of Russia.'],
    [
      'hypothetical',
      announced,
      'If North Korea dispatched 1,000 sappers to Russia’s Kursk region, Seoul would protest.',
    ],
    [
      'hypothetical',
      announced,
      'Seoul would protest if North Korea dispatched 1,000 sappers to Russia’s Kursk region.',
    ],
    [
      'hypothetical',
      announced,
      'Were North Korea to dispatch 1,000 sappers to Russia’s Kursk region, Seoul would protest.',
    ],
    [
      'hypothetical',
      announced,
      'North Korea could dispatch 1,000 sappers to Russia’s Kursk region.',
    ],
  ])('%s %s: %s', (stance, claim, text) => {
    expect(stanceOf(claim, text, '2025-07-01')).toBe(stance);
  });

  it.each([
    'Contrary to reports, North Korea will not dispatch 1,000 sappers to Russia’s Kursk region.',
    'The claim that North Korea will dispatch 1,000 sappers to Kursk in Russia is a hoax.',
    'Should North Korea dispatch 1,000 sappers to Russia’s Kursk region, Seoul would protest.',
    'Unless Seoul objects, North Korea might dispatch 1,000 sappers to Russia’s Kursk region.',
    'Nobody confirmed whether North Korea will dispatch 1,000 sappers to Russia’s Kursk region.',
    'Fact check: North Korea will dispatch 1,000 sappers to Russia’s Kursk region.',
    'Has Pyongyang promised Russia 1,000 sappers for Kursk?',
    'Seoul refuted reports that North Korea will dispatch 1,000 sappers to Russia.',
    'North Korea did not send a single one of the 1,000 sappers to Russia.',
    'Analysts wonder if Russia will hire 5,000 builders for Kursk from North Korea.',
    'Neither Russia nor North Korea ratified the treaty in November 2025.',
    'The partnership treaty of Russia and North Korea was not signed in June 2025.',
    'Had Russia and North Korea signed the treaty in June 2025, few would have noticed.',
    'Pyongyang is not the South Korean capital.',
    'Sergei Shoigu is no longer Russia’s defence minister.',
    'Sergei Shoigu is Russia’s security chief, not its defence minister.',
  ])('shows nothing for: %s', (text) => {
    expect(claimsIn(text, '2025-07-01')).toEqual([]);
  });

  it.each([
    'Pyongyang did not deny that North Korea will dispatch 1,000 sappers to Russia’s Kursk region.',
    'Peskov never denied that North Korea will dispatch 1,000 sappers to Russia’s Kursk region.',
  ])('reads a double negation as attributed: %s', (text) => {
    expect(stanceOf(announced, text, '2025-07-01')).toBe('attributed');
  });

  it.each([
    'North Korea will not only praise Russia but dispatch 1,000 sappers to the Kursk region.',
    'No doubt North Korea will dispatch 1,000 sappers to Russia’s Kursk region.',
    'North Korea will without delay dispatch 1,000 sappers to Russia’s Kursk region.',
    'North Korea will dispatch no fewer than 1,000 sappers to Russia’s Kursk region.',
    'North Korea will dispatch 1,000 sappers, none of them recruits, to Russia’s Kursk region.',
    'Not content with shells, North Korea will dispatch 1,000 sappers to Russia’s Kursk region.',
    'The centre against disinformation said North Korea will dispatch 1,000 sappers to Russia’s Kursk region.',
  ])('is not misled by words that only look like a negation: %s', (text) => {
    expect(claimsIn(text, '2025-07-01')).toContain(announced);
  });

  it.each([
    'Seoul, which was not consulted, learned that North Korea will dispatch 1,000 sappers to Kursk in Russia.',
    'North Korea will dispatch 1,000 sappers to Russia’s Kursk region, which has not been cleared of mines.',
  ])('keeps a negation in its own clause: %s', (text) => {
    expect(claimsIn(text, '2025-07-01')).toContain(announced);
  });

  it('keeps a negation that is an action of its own to itself', () => {
    const text = 'UN sanctions against North Korea are over because of a Russian veto.';
    expect(stanceOf('un-sanctions-on-north-korea-ended', text, '2024-03-28')).toBe('asserted');
  });

  it.each<[string, string]>([
    [
      announced,
      'North Korea will not send 1,000 sappers to Russia’s Kursk region, Shoigu said after meeting Kim.',
    ],
    [
      announced,
      'Kim has not decided to send 1,000 engineers to clear mines in Kursk oblast, said Sergei Shoigu.',
    ],
    ['six-thousand-killed', 'The war has not cost North Korea the lives of about 6,000 men.'],
    [
      ratified,
      'Ratification of the treaty was not completed by Moscow and Pyongyang in November 2024.',
    ],
    [
      'north-korea-earned-20-billion-dollars',
      'Pyongyang has not made over $20 billion from its arms sales and troop deployments to Russia.',
    ],
    [
      'russia-dprk-media-agreement-november-2025',
      'Moscow and Pyongyang have not concluded a deal on cooperation in mass media, signed by both on Tuesday.',
    ],
    [
      'russia-gave-north-korea-submarine-reactor',
      'Two nuclear propulsion modules taken from scrapped Russian submarines have not ended up in North Korea.',
    ],
    [
      'lavrov-met-kim-in-pyongyang-july-2025',
      'Talks between Lavrov and Kim Jong Un were not held in Pyongyang on 12 July 2025.',
    ],
    [
      'treaty-in-force-4-december-2024',
      'Rudenko and Kim Jong Gyu had not exchanged the instruments of ratification in Moscow on 4 December 2024, making the pact effective.',
    ],
    [
      'ten-thousand-russian-tourists-2025',
      'North Korea has not welcomed 9,985 tourists from Russia in 2025, FSB figures show.',
    ],
    [
      'korean-war-started-by-south',
      'It was not the Americans and their southern puppets who attacked first in June 1950.',
    ],
    [
      'north-korean-submunitions-on-fpv-drones-kherson',
      'A cluster bomblet of North Korean manufacture had not been mounted on an FPV drone that Russia used against Kherson on 23 September, Conflict Armament Research told the New York Times.',
    ],
  ])('lets a negated verb take back all that is told with it: %s, %s', (claim, text) => {
    expect(claimsIn(text, '2025-12-01')).not.toContain(claim);
    expect(claimsIn(text.replace(/ not\b/, ''), '2025-12-01')).toContain(claim);
  });

  it.each<[string, string]>([
    [
      signed,
      'The treaty that Putin and Kim signed in Pyongyang on 19 June 2024 has not been published in full.',
    ],
    [
      'saeppyol-street-february-2026',
      'Relatives of the fallen have not moved into Saeppyol Street, which Kim opened in mid-February 2026.',
    ],
    [
      'six-thousand-killed',
      'The killing of some 6,000 North Korean soldiers did not make Kim change his course.',
    ],
    [
      'un-sanctions-on-north-korea-ended',
      'North Korea is not shut out of trade any more, because the UN sanctions against it lapsed in spring 2024.',
    ],
  ])('does not let it reach what is told as known: %s, %s', (claim, text) => {
    expect(claimsIn(text, '2026-03-01')).toContain(claim);
  });

  it.each<[string, string]>([
    [
      'north-korea-crypto-theft-2-billion-2025',
      'North Korean hackers may have stolen more than $2 billion in crypto this year, the firm Elliptic said.',
    ],
    [
      'treaty-ratified-november-2025',
      'Ratification of the partnership treaty may be completed by Russia and North Korea in November 2025.',
    ],
  ])('lets what may be cover all that is told with it: %s, %s', (claim, text) => {
    expect(claimsIn(text, '2025-12-01')).not.toContain(claim);
  });

  it('ends a condition at a colon', () => {
    const text =
      'If you want to know how close they are, hear this: North Korea will dispatch 1,000 sappers to Russia’s Kursk region.';
    expect(stanceOf(announced, text, '2025-07-01')).toBe('asserted');
  });

  const denial = 'no-north-korean-soldiers-in-russia';

  it.each([
    'Not one North Korean soldier fought on the Russian side.',
    'Kim has sent Putin no soldiers whatsoever.',
    'None of Kim’s troops ever set foot on Russian soil, the commentator said.',
    'North Korean troops in Russia do not exist, the channel insists.',
    'There have never been North Korean soldiers in Kursk.',
    'No North Korean troops are in Russia, and the reports that say so are lies.',
    'North Korea has not sent a single soldier to Russia; the footage of them is a hoax.',
  ])('takes a denial for a claim of its own: %s', (text) => {
    expect(claimsIn(text, '2025-07-01')).toContain(denial);
  });

  it.each([
    'Pyongyang has never said that its soldiers fought in Kursk.',
    'It is a lie that no North Korean soldiers fought in Kursk.',
    'Moscow said no North Korean soldiers were in Kursk, but that was a lie.',
    'Moscow insisted that no North Koreans were fighting in Kursk; that was untrue.',
    'Nobody believed Moscow when it said there were no North Korean soldiers in Kursk.',
    'No Russian soldiers guarded the North Koreans in Kursk.',
    'There is no doubt that North Korean troops are fighting for Russia.',
    'Claims that North Korean soldiers in Kursk were paid $2,000 are false.',
    'It is a myth that North Korean soldiers in Kursk eat dogs.',
    'The story of a North Korean soldier who saved a Russian officer in Kursk is a fabrication.',
    'The deployment of North Korean troops to Russia was a mistake, an exile said.',
  ])('does not take for a denial what takes one back: %s', (text) => {
    expect(claimsIn(text, '2025-07-01')).not.toContain(denial);
  });

  it.each([
    'The report that a museum in Pyongyang commemorates the soldiers who fell in Kursk is fake.',
    'Contrary to headlines about 100,000 North Koreans at the front in Kursk, it is a tenth of that.',
    'North Korean troops have been deployed around Kursk and show no sign of moving elsewhere.',
    'There is no evidence that every North Korean soldier in Russia earns $2,000 a month.',
  ])('takes no more back than what is denied: %s', (text) => {
    expect(claimsIn(text, '2026-02-01')).not.toContain(denial);
  });

  it.each([
    'That Russia and North Korea signed a treaty on 19 June 2024 is in doubt.',
    'The claim that Russia and North Korea signed a treaty on 19 June 2024 has no basis.',
    'Reports that Russia and North Korea signed a treaty on 19 June 2024 were premature.',
    'Russia and North Korea signed a treaty on 19 June 2024, a claim that could not be verified.',
    'Russia and North Korea signed a treaty on 19 June 2024, or so the story goes.',
    'Nobody can prove that Russia and North Korea signed a treaty on 19 June 2024.',
  ])('reads a doubt before and behind what is told: %s', (text) => {
    expect(stanceOf(signed, text, '2025-07-01')).toBe('questioned');
  });

  it.each([
    'It is not in doubt that Russia and North Korea signed a treaty on 19 June 2024.',
    'Russia and North Korea signed a treaty on 19 June 2024, and Kim’s health is in doubt.',
  ])('takes no other doubt for one: %s', (text) => {
    expect(claimsIn(text, '2025-07-01')).toContain(signed);
  });

  it.each([
    'Two North Koreans in Kursk surrendered rather than blow themselves up.',
    'Two North Korean soldiers captured in Kursk were too badly wounded to blow themselves up.',
  ])('reads what was done instead as a denial: %s', (text) => {
    expect(stanceOf('blew-themselves-up-to-avoid-capture', text, '2025-10-01')).toBe('denied');
  });

  it('takes what a condition only names for done', () => {
    const text =
      'Both agreed to help if either is attacked under the partnership treaty Putin and Kim signed in June 2024.';
    const signed = text.replace('treaty Putin and Kim signed', 'treaty signed');
    for (const one of [text, signed])
      expect(claimsIn(one, '2025-07-01')).toContain('treaty-signed-19-june-2024-pyongyang');
  });

  it('names the words that tell the stance', () => {
    const text =
      'Russia and North Korea reportedly signed their partnership treaty on 19 June 2024.';
    const reasons = shown(text, '2025-07-01')[0]?.reasons ?? [];
    const reason = reasons.find(({ kind }) => kind === 'stance');
    expect(reason?.text).toContain('“reportedly”');
  });

  it.each<[Stance, string]>([
    [
      'hypothetical',
      'Russia could veto the extension of the UN Panel of Experts on North Korea in 2024.',
    ],
    ['asserted', 'Russia vetoed the extension of the UN Panel of Experts on North Korea in 2024.'],
  ])('finds what is only possible where no action is asked for: %s', (stance, text) => {
    expect(stanceOf('panel-of-experts-ended-by-russian-veto-2024', text)).toBe(stance);
  });

  it.each<[Stance, string]>([
    ['attributed', 'Kirby: North Korea will dispatch 1,000 sappers to Russia’s Kursk region'],
    ['asserted', 'Breaking: North Korea will dispatch 1,000 sappers to Russia’s Kursk region'],
  ])(
    'takes the colon of a headline for what somebody says only behind a speaker: %s',
    (stance, text) => {
      expect(stanceOf(announced, text)).toBe(stance);
    },
  );

  it.each([
    [
      'There is not a single North Korean soldier in the Russian ranks, that is all fake news.',
      'no-north-korean-soldiers-in-russia',
      'asserted',
    ],
    [
      'Kim’s soldiers have become addicted to porn in Russia, where nobody blocks the internet for them.',
      'nk-soldiers-porn-addiction',
      'asserted',
    ],
    [
      'Kim’s soldiers have never become addicted to porn in Russia, where the internet is open.',
      'nk-soldiers-porn-addiction',
      'denied',
    ],
  ])('tells what is said from what is added: %s', (text, claim, stance) => {
    expect(stanceOf(claim, text, '2025-08-03')).toBe(stance);
  });
});

it('denies beside a rebuttal what is done to nothing', () => {
  const text =
    'The accusations of arms supplies from Pyongyang are groundless, since the UN Panel of Experts detected no such deliveries.';
  expect(claimsIn(text, '2024-06-11')).toContain('un-experts-found-no-evidence-of-arms');
});

it('takes what nobody did for denied, and what has no confirmation for unsaid', () => {
  const liberated = 'The Kursk region was fully liberated by nobody, North Korean or Russian.';
  expect(stanceOf('kursk-fully-liberated-26-april-2025', liberated, '2025-05-20')).toBe('denied');
  const returned =
    'There is no official confirmation that North Korean sappers returned to the Kursk region.';
  expect(claimsIn(returned, '2026-04-15')).toEqual([]);
});
