import { describe, expect, it } from 'vitest';
import { claimsIn } from './rules.ts';

const subjects: Record<string, string[]> = {
  'Russia and Iran': [
    'Russia and Iran signed a comprehensive strategic partnership treaty in Moscow on 17 January 2025.',
    'The parliament in Tehran debated the partnership treaty with Russia for weeks.',
    'The treaty between Moscow and Tehran entered into force in October 2025.',
    'Putin and Pezeshkian agreed that engineers from Iran will help build a railway to Rasht.',
    'Sergei Shoigu, the secretary of Russia’s Security Council, flew to Tehran for the third time.',
  ],
  NATO: [
    'Finland ratified its accession to the alliance in April 2023.',
    'Germany will send 5,000 soldiers to Lithuania, its defence minister said.',
    'NATO leaders signed a declaration in The Hague on 25 June 2025.',
    'Britain sent 1,000 engineers to Estonia for an exercise.',
    'Poland’s defence minister said his country would build fortifications along the border with Russia.',
    'Norway promised to train Ukrainian sappers, and Denmark to pay for their equipment.',
  ],
  'the two Koreas': [
    'The leaders of the two Koreas signed a declaration in Panmunjom on 27 April 2018.',
    'South Korea’s president landed in Pyongyang on 18 September 2018 for talks with Kim Jong Un.',
    'Seoul, the South Korean capital, lies 50 kilometres from the border with North Korea.',
    'North Korea blew up parts of the roads that link it to the South.',
    'Workers from the South left the Kaesong complex in February 2016.',
    'South Korea’s unification minister offered Pyongyang talks on family reunions.',
    'The military agreement that both Koreas signed in 2018 was suspended in June 2024.',
    'North Korean soldiers planted thousands of mines in the Demilitarised Zone.',
  ],
  'farming and factories in North Korea': [
    'Kim Jong Un gave field guidance at a greenhouse farm in Kangdong and praised its builders.',
    'KCNA reported that 5,000 households moved into new houses in Hwasong.',
    'Rice planting was completed at all cooperative farms in North Hwanghae, the Rodong Sinmun said.',
    'Soldier-builders finished a dairy plant in Pyongyang ahead of schedule.',
    'Kim Jong Un ordered that 1,000 homes damaged by floods in Sinuiju be rebuilt by December.',
    'The respected Comrade toured a shoe factory and spoke with its workers.',
    'Thousands of young volunteers set out for the flooded areas of North Phyongan Province.',
    'A hospital with 500 beds was opened in Kangdong County on 6 February 2025.',
  ],
  'monuments of Soviet times': [
    'Estonia moved a monument to Soviet soldiers from the centre of Narva.',
    'A monument to the Soviet army was taken down in Sofia in December 2023.',
    'Russia protested when Latvia tore down the Victory Park obelisk in Riga.',
    'Flowers were laid at the Liberation Tower in Pyongyang, which honours the Red Army.',
    'Poland has removed dozens of memorials to the Red Army since 2022.',
    'Veterans in Volgograd restored a memorial to the defenders of Stalingrad.',
  ],
  'floods in Russia': [
    'Russia’s emergencies ministry sent 1,000 rescuers to Orenburg after a dam burst.',
    'About 5,000 builders are restoring houses in Orsk, the regional governor said.',
    'Putin promised money for families whose houses were destroyed by the flood in Kurgan.',
    'Kazakhstan sent engineers and pumps to the flooded border areas of Russia.',
    'Sappers of the Russian army blew up ice on the Lena to prevent a flood.',
    'Volunteers from Kursk brought food to the flooded villages of Orenburg.',
  ],
  'China and North Korea': [
    'China’s exports to North Korea rose by a fifth in June 2025, customs data showed.',
    'A treaty of friendship that China and North Korea signed in July 1961 is renewed every 20 years.',
    'China and North Korea opened a bridge between Dandong and Sinuiju.',
    'North Korean workers in Chinese seafood plants were to go home in 2019 under a UN resolution.',
    'Xi Jinping received Kim Jong Un in Beijing in September 2025.',
    'Premier Li Qiang visited Pyongyang in October 2025 for a parade.',
    'Beijing sent builders to repair a power station on the Yalu that it shares with North Korea.',
  ],
  'South Korea and the United States': [
    'South Korea and the United States began their exercise Ulchi Freedom Shield on 18 August 2025.',
    'Pyongyang denounced the drills of South Korea and the United States as a rehearsal for war.',
    'The US defence secretary visited Seoul, and the two countries signed an agreement on costs.',
    'Engineers of both armies built a floating bridge over the Imjin within hours.',
    'Washington will keep 28,500 soldiers in South Korea, the Pentagon said.',
    'South Korea’s defence minister said the allies would shoot down drones from the North.',
  ],
  'other links of Russia and North Korea': [
    'A direct passenger train between Moscow and Pyongyang ran for the first time in years.',
    'Russian tourists may again book holidays at the beach resort of Wonsan in North Korea.',
    'Russia’s culture minister attended an exhibition of Russian painting in Pyongyang.',
    'A North Korean football team trained in Moscow for a week.',
    'Russia gave a zoo in Pyongyang a lion and two brown bears.',
    'North Korean schools will teach Russian from the fourth grade, Russia’s environment minister said.',
  ],
  'treaties and reconstruction elsewhere': [
    'The mayor of Kherson said 200 builders were repairing roofs under fire.',
    'Turkey will send 1,000 construction workers to help rebuild Aleppo.',
    'Japan ratified a fisheries agreement with Russia in November 2024.',
    'Cambodian deminers are training colleagues from Ukraine.',
    'Rwanda and Congo signed a peace treaty in Washington in June 2025.',
    'The French defence minister, on a visit to Seoul, signed a treaty on satellites on 4 June.',
  ],
};

describe('text on other subjects makes no claim', () => {
  describe.each(Object.entries(subjects))('%s', (_subject, sentences) => {
    it.each(sentences)('%s', (text) => {
      for (const published of ['2025-12-01', null]) expect(claimsIn(text, published)).toEqual([]);
    });

    it('nor does it as one article', () => {
      expect(claimsIn(sentences, '2025-12-01')).toEqual([]);
    });
  });

  it('nor do all of them together', () => {
    expect(claimsIn(Object.values(subjects).flat(), '2025-12-01')).toEqual([]);
  });
});
