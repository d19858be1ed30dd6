import { describe, expect, it } from 'vitest';
import { mentionsIn, tagger } from '../../../tests/engine/rules.ts';
import { tokenise } from '../../text/tokens.ts';
import { createTagger } from './tagger.ts';

describe('tagger', () => {
  it('survives a circle of broader concepts', () => {
    const forms = { en: { nouns: ['ferry'] } };
    const one = { id: 'one', is: ['two'], forms };
    const two = { id: 'two', is: ['one'], forms: {} };
    const { concepts } = createTagger({ concepts: [one, two], irregularVerbs: {} });
    expect([...(concepts.get('one')?.is ?? [])]).toEqual(['one', 'two']);
  });

  it('takes the longest form that fits', () => {
    const mentions = mentionsIn('The Russian Federation rented a ferry.');
    expect(mentions.get('Russian Federation')).toContain('russia');
    expect(mentions.has('Russian')).toBe(false);
  });

  it('takes a verb with its preposition for the verb alone, too', () => {
    const named = mentionsIn('The sanctions ended in April.').get('ended in');
    expect(named).toContain('to-end');
  });

  it('lets a form with an article give way to a longer one behind it', () => {
    const mentions = mentionsIn('Snow fell on the South Korean capital overnight.');
    expect(mentions.get('South Korean capital')).toEqual(['south-korean-capital']);
    expect([...mentions.values()].flat()).not.toContain('south-korea');
  });

  it('keeps a form with an article where nothing longer follows', () => {
    expect(mentionsIn('Rice prices in the South rose.').get('the South')).toContain('south-korea');
  });

  it('takes a hedged number for no possibility', () => {
    const named = (text: string) => [...mentionsIn(text).values()].flat();
    expect(named('It got one system, possibly several.')).not.toContain('possibility-modal');
    expect(named('It possibly got one system.')).toContain('possibility-modal');
  });

  it('begins no form within a number', () => {
    expect(mentionsIn('Sixty-four ships sailed.').get('ships')).toContain('ship');
    expect([...mentionsIn('Sixty-four ships sailed.').values()].flat()).not.toContain('arms-ship');
    expect(mentionsIn('Four ships sailed.').get('Four ships')).toContain('arms-ship');
  });

  it('reads a verb whose article a headline leaves out', () => {
    expect(mentionsIn('Kim cuts ribbon on war museum').get('cuts ribbon')).toContain('to-open');
    expect(mentionsIn('Kim cuts the ribbon').get('cuts the ribbon')).toContain('to-open');
    expect(mentionsIn('Kim cuts rations').has('cuts rations')).toBe(false);
  });

  it('reads a possessive as the name itself', () => {
    expect(mentionsIn('They met at Pyongyang’s airport.').get('Pyongyang’s')).toContain(
      'pyongyang',
    );
  });

  it('ends a name at a possessive inside it', () => {
    const mentions = mentionsIn("South's Korea desk was moved.");
    expect([...mentions.values()].flat()).not.toContain('south-korea');
  });

  it.each([
    ['Kim pulled his men from the front.', 'pulled', 'to-withdraw'],
    ['It made the treaty binding on both.', 'made', 'to-enter-into-force'],
    ['Kim confirmed the pact by decree.', 'confirmed', 'to-ratify'],
    ['They kept the deployment secret.', 'kept', 'to-keep-silent'],
  ])('finds what belongs to a verb behind its object: %s', (text, words, concept) => {
    expect(mentionsIn(text).get(words)).toContain(concept);
  });

  it('finds a verb whose particle stands behind its object', () => {
    expect(mentionsIn('They handed two reactors over to Kim.').get('handed')).toContain(
      'to-transfer',
    );
    expect(mentionsIn('They shot 30 drones down.').get('shot')).toContain('to-shoot-down');
  });

  it('takes no preposition for a particle', () => {
    expect(mentionsIn('They handed two reactors over Pyongyang.').get('handed')).not.toContain(
      'to-transfer',
    );
  });

  it('keeps a name that has a possessive of its own', () => {
    const mentions = mentionsIn("A choir of the Korean People's Army sang.");
    expect(mentions.get("Korean People's Army")).toEqual(['korean-peoples-army']);
  });

  it.each([
    ['the North', true],
    ['the north', false],
  ])('counts a cased name only as it is written: %s', (words, counts) => {
    const mentions = mentionsIn(`Fewer trains ran to ${words} this week.`);
    expect([...mentions.values()].flat().includes('north-korea')).toBe(counts);
  });

  it.each([
    'Kim Jong Un',
    'Kim Jong-un',
    'Kim Jong-Un',
    'Kim Jong‑un',
    'KIM JONG UN',
    'Kim Jongun',
  ])('knows the spelling %s', (name) => {
    expect(mentionsIn(`The speech of ${name} lasted an hour.`).get(name)).toContain('kim-jong-un');
  });

  it.each(['DPRK', 'D.P.R.K.', 'N. Korea', 'Democratic People’s Republic of Korea'])(
    'knows the name %s',
    (name) => {
      const concepts = [...mentionsIn(`Barges from ${name} were seen off the coast.`).values()];
      expect(concepts.flat()).toContain('north-korea');
    },
  );

  it.each(['defence minister', 'defense minister', 'Minister of Defence', 'minister of defense'])(
    'knows both spellings of an office: %s',
    (office) => {
      const concepts = [...mentionsIn(`The ${office} flew home.`).values()];
      expect(concepts.flat()).toContain('defence-minister');
    },
  );

  it.each(['send', 'sends', 'sending', 'sent'])('knows the verb form %s', (verb) => {
    expect(mentionsIn(`They ${verb} tents.`).get(verb)).toContain('to-send');
  });

  it('does not find a word inside another', () => {
    const concepts = [...mentionsIn('Kimberley resented the prussian blue.').values()].flat();
    expect(concepts).toEqual(['determiner']);
  });

  it('never lets two mentions share a token', () => {
    const text =
      'The North Korean leader Kim Jong Un received Security Council Secretary Sergei Shoigu in the North Korean capital of Pyongyang.';
    const mentions = tagger.tag(tokenise(text, { start: 0, end: text.length }));
    mentions.slice(1).forEach((mention, index) => {
      expect(mention.first).toBeGreaterThan(mentions[index]?.last ?? -1);
    });
  });

  it('finds a preposition with its noun behind the object of the verb', () => {
    expect(mentionsIn('They put the deal into force in May.').get('put')).toContain(
      'to-enter-into-force',
    );
    expect(mentionsIn('They put the deal into boxes.').get('put')).not.toContain(
      'to-enter-into-force',
    );
  });

  it('names the place within a turn of phrase', () => {
    const turn = mentionsIn('His stay in Moscow was short.').get('His stay in Moscow');
    expect(turn).toEqual(['been-in-moscow', 'moscow']);
  });

  it('ends a turn of phrase before a name that owns what follows', () => {
    expect(mentionsIn('They are fighting in Ukraine’s east.').has('fighting in Ukraine’s')).toBe(
      false,
    );
  });

  it('takes the words of a date for nothing else', () => {
    expect(mentionsIn('A ferry left on 9 May 2025.').has('May')).toBe(false);
  });
});
