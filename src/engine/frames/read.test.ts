import { describe, expect, it } from 'vitest';
import { frameOf, read, rolesOf } from '../../../tests/engine/rules.ts';

const northKoreaToRussia = { from: 'north-korea', to: 'russia' };

describe('clauses side by side', () => {
  it('share no preposition', () => {
    const roles = rolesOf('to-hire', 'Kim sends sappers to Kursk and Moscow will hire builders.');
    expect(roles.agentCountry).toBe('russia');
  });

  it('go on behind one within', () => {
    const roles = rolesOf(
      'to-hire',
      'The builders, who work beside deminers, were hired by Moscow.',
    );
    expect(roles.thing).toEqual(['builders']);
  });

  it('have a subject of which there is none', () => {
    const roles = rolesOf('to-arrive', 'No North Korean shells have reached the Russian army.');
    expect(roles.from).toBe('north-korea');
  });

  it('give to whom something is given', () => {
    const roles = rolesOf('to-give', 'In return Kim was handed Russian technology.');
    expect([roles.from, roles.to, roles.thing]).toEqual(['russia', 'north-korea', ['technology']]);
  });

  it('take up people, not the place where they are, by "who"', () => {
    const hurt = rolesOf(
      'to-kill-oneself',
      'Pyongyang told of soldiers in Kursk who blew themselves up.',
    );
    expect(hurt.agent).toBe('soldiers');
  });

  it('have an owner before another name', () => {
    expect(rolesOf('to-march', "Kim's Kursk veterans marched past.").agentCountry).toBe(
      'north-korea',
    );
  });

  it('leave out what a verb in -ing takes, and who says it', () => {
    const hurt = rolesOf(
      'to-kill-oneself',
      'A soldier fighting alongside Russians blew himself up.',
    );
    expect(hurt.agentCountry).not.toBe('russia');
    const gone = rolesOf('to-withdraw', 'Kyiv said North Korean soldiers had been withdrawn.');
    expect(gone.thing).toEqual(['soldiers']);
  });

  it.each([
    'Moscow has supplied Pyongyang with a million shells.',
    'Moscow has given Kim a million of its shells.',
    'Russia handed the North Korean army its shells.',
    'Russian shells have reached the North Korean army.',
    'The shells came from Russia to North Korea.',
  ])('tell which way something went: %s', (text) => {
    const frame = read(text).frames.find(({ to }) => to);
    expect([frame?.from?.country, frame?.to?.country]).toEqual(['russia', 'north-korea']);
  });

  it('keep what a noun tells from whom the verb after it names', () => {
    const roles = rolesOf('to-fire', 'Russia’s firing of a missile was confirmed by Ukraine.');
    expect(roles.agentCountry).toBe('russia');
  });

  it('begin with what is established', () => {
    const roles = rolesOf('to-end', 'Kyiv has established that the flow of shells ceased.');
    expect(roles.agentCountry).not.toBe('ukraine');
  });
});

describe('who does what to whom', () => {
  it.each([
    ['active', 'North Korea dispatched sappers to Russia on two cargo planes.'],
    ['behind a clause within', 'North Korea, which hates a war, sent sappers to Russia.'],
    ['active, adverb between', 'North Korea quietly dispatched sappers to Russia.'],
    ['passive with agent', 'Sappers were dispatched to Russia by North Korea.'],
    ['passive without agent', 'North Korean sappers were dispatched to Russia.'],
    ['perfect passive', 'North Korean sappers have been deployed to Russia.'],
    ['noun with “by”', 'The dispatch of sappers by North Korea to Russia caused a stir.'],
    ['noun with possessive', 'North Korea’s dispatch of sappers to Russia caused a stir.'],
    ['noun with adjective', 'The North Korean deployment of sappers to Russia caused a stir.'],
    [
      'relative clause on the giver',
      'North Korea, which dispatched sappers to Russia, denied all.',
    ],
    [
      'relative clause on the thing',
      'The sappers that North Korea dispatched to Russia are young.',
    ],
    ['participle', 'Sappers dispatched by North Korea to Russia were fed on site.'],
    ['infinitive', 'North Korea decided to dispatch sappers to Russia.'],
    ['infinitive in passive', 'North Korean sappers are to be dispatched to Russia.'],
    ['place for its country', 'North Korea will dispatch sappers to Kursk.'],
    ['indirect object', 'North Korea dispatched Russia a regiment of sappers for its army.'],
    ['capital for its country', 'Pyongyang will dispatch sappers to Moscow.'],
    ['leader for his country', 'Kim will dispatch sappers to Russia.'],
    ['seat of power for its country', 'Pyongyang dispatched sappers to the Kremlin.'],
    ['origin of the thing', 'Sappers from North Korea were dispatched to Russia.'],
    ['what somebody has done', 'North Korea had 5,000 sappers dispatched to Russia.'],
    ['participle that opens', 'Dispatched to Russia by North Korea, the sappers clear mines.'],
    [
      'participle behind a preposition',
      'The mines were cleared by sappers dispatched by North Korea to Russia.',
    ],
    ['purpose before the receiver', 'North Korea dispatched sappers for the war to Russia.'],
    ['works for their country', 'North Korean factories dispatched sappers to Russia.'],
    ['army for its country', 'The Korean People’s Army dispatched sappers to Russia.'],
  ])('%s', (_form, text) => {
    expect(rolesOf('to-send', text)).toMatchObject(northKoreaToRussia);
  });

  it.each([
    'Russia dispatched sappers to North Korea on two cargo planes.',
    'The Kremlin dispatched sappers to Pyongyang.',
    'Sappers were dispatched to North Korea by Russia.',
    'Russia’s dispatch of sappers to North Korea caused a stir.',
    'Putin will dispatch sappers to the North Korean capital.',
    'Russian sappers were dispatched to North Korea.',
  ])('does not turn the direction round: %s', (text) => {
    expect(rolesOf('to-send', text)).toMatchObject({ from: 'russia', to: 'north-korea' });
  });

  it.each([
    ['North Korea dispatched sappers and soldiers to Russia.', ['sappers', 'soldiers']],
    ['Sappers and soldiers were dispatched to Russia by North Korea.', ['Sappers', 'soldiers']],
    ['The dispatch of sappers to Russia began.', ['sappers']],
  ])('finds what is sent: %s', (text, things) => {
    expect(rolesOf('to-send', text).thing.toSorted()).toEqual(things.toSorted());
  });

  it.each([
    ['The sappers’ depots in North Korea have run dry.', 'to-exhaust', 'depots'],
    ['The sanctions on the North, which expired in spring, hurt.', 'to-lapse', 'sanctions'],
  ])('finds the thing that a verb tells of: %s', (text, action, thing) => {
    expect(rolesOf(action, text).agent).toBe(thing);
  });

  it('does not take a thing of a clause within for the subject', () => {
    const roles = rolesOf(
      'to-lapse',
      'The mandate of those who watch the sanctions lapsed in April.',
    );
    expect(roles.agent).toBeNull();
  });

  it.each([
    ['to-move', 'The ship left Rajin for Vladivostok.', 'north-korea', 'russia'],
    ['to-get', 'Moscow relies on Pyongyang for shells.', 'north-korea', 'russia'],
    ['to-hire', 'The North’s builders were put to work by Russia.', 'north-korea', 'russia'],
  ])('finds from whom and to whom with %s: %s', (action, text, from, to) => {
    expect(rolesOf(action, text)).toMatchObject({ from, to });
  });

  it.each([
    ['Russia broke the embargo by hiring North Korean builders.', 'russia'],
    ['By hiring North Korean builders, Russia broke the embargo.', 'russia'],
    ['Kim thanked Putin for hiring North Korean builders.', 'russia'],
    ['Kim helped Russia in hiring builders.', 'russia'],
    ['Seoul accused Russia of hiring North Korean builders.', 'russia'],
    ['Seoul tried to keep Russia from hiring North Korean builders.', 'russia'],
  ])('finds who does what a gerund tells: %s', (text, agentCountry) => {
    expect(rolesOf('to-hire', text)).toMatchObject({ agentCountry, thing: ['builders'] });
  });

  it('finds who acts in a cleft sentence', () => {
    const roles = rolesOf(
      'to-send',
      'They found that it was Russia that had dispatched the sappers.',
    );
    expect(roles.agentCountry).toBe('russia');
  });

  it('takes no adverb for a thing', () => {
    const roles = rolesOf(
      'to-lift-sanctions',
      'Russia officially lifted the sanctions on the North.',
    );
    expect(roles).toMatchObject({ agentCountry: 'russia', thing: ['sanctions'] });
  });

  it('gives the taker of a taking verb as the one to whom it goes', () => {
    const roles = rolesOf('to-hire', 'Russia hired North Korean builders.');
    expect(roles).toMatchObject({ agentCountry: 'russia', from: 'north-korea', to: 'russia' });
  });

  it('reads a taking verb in the passive', () => {
    const roles = rolesOf('to-hire', 'North Korean builders were hired by the Kremlin.');
    expect(roles).toMatchObject({ agentCountry: 'russia', from: 'north-korea', to: 'russia' });
  });

  it('lets “its own” stand for the subject', () => {
    const roles = rolesOf('to-hire', 'Russia hired its own builders for Kursk.');
    expect(roles).toMatchObject({ agentCountry: 'russia', from: 'russia' });
  });

  it('leaves the object of an infinitive of purpose to it', () => {
    const roles = rolesOf(
      'to-send',
      'Kim has packed off 100,000 troops to prop up the Russian army.',
    );
    expect(roles).toMatchObject({ from: 'north-korea', thing: ['troops'] });
  });

  it('takes the mover of a moving verb for the thing', () => {
    const roles = rolesOf('to-arrive', 'North Korean sappers arrived in Russia.');
    expect(roles).toMatchObject({ ...northKoreaToRussia, thing: ['sappers'] });
  });

  it.each([
    ['to-promise', 'Kim made a promise to Moscow.'],
    ['to-decide', 'Pyongyang took a decision on builders.'],
    ['to-announce', 'Pyongyang made an announcement about Kursk.'],
  ])('gives the noun of a light verb the verb’s subject: %s in “%s”', (event, text) => {
    expect(rolesOf(event, text).agentCountry).toBe('north-korea');
  });

  it('does not take who speaks of an act for the one who does it', () => {
    const roles = rolesOf('to-send', 'Shoigu had made known the dispatch of a thousand sappers.');
    expect(roles.agentCountry).toBeNull();
  });

  it('gives a coordinated verb the same subject', () => {
    const roles = rolesOf('to-send', 'Kim praised Putin and dispatched sappers to Russia.');
    expect(roles).toMatchObject(northKoreaToRussia);
  });

  it.each([
    ['Seoul said it would send soldiers to Ukraine.', 'south-korea'],
    ['The government in Seoul said it was sending soldiers to Ukraine.', 'south-korea'],
    ['Kim told Putin that he would send soldiers to Russia.', 'north-korea'],
    ['Shoigu said it would send soldiers to Russia.', null],
  ])('takes the pronoun of who reports for the speaker: %s', (text, country) => {
    expect(rolesOf('to-send', text).agentCountry).toBe(country);
  });

  it.each([
    'Roughly 900 of the North’s sappers were dispatched.',
    'Some of the North’s sappers were dispatched.',
  ])('reads who is one of many as who they are: %s', (text) => {
    expect(rolesOf('to-send', text)).toMatchObject({ thing: ['sappers'], from: 'north-korea' });
  });

  it('takes who is named for who acts, and not the office told behind', () => {
    const roles = rolesOf('to-visit', 'Kim Jong Un, the chairman, visited Moscow.');
    expect(roles.agent).toBe('Kim Jong Un');
  });

  it('hands no subject on to a verb that has one of its own', () => {
    const roles = rolesOf('to-report', 'Kim came to Moscow, a new inquiry reported.');
    expect(roles.agentCountry).toBe(null);
  });

  it('takes the subject of a cleft for the agent', () => {
    const roles = rolesOf('to-attack', 'It was Kim who attacked the South.');
    expect(roles.agentCountry).toBe('north-korea');
  });

  it('reads what was done to people without a subject as passive', () => {
    const roles = rolesOf('to-kill', 'Kim has buried soldiers killed in Kursk.');
    expect(roles).toMatchObject({ agent: null, thing: ['soldiers'] });
  });

  it('takes a subject behind “after” for who acts', () => {
    const roles = rolesOf('to-attack', 'America came in after the North attacked Seoul.');
    expect(roles.agentCountry).toBe('north-korea');
  });

  it('reads places that are joined', () => {
    const { at } = frameOf('to-fight', read('North Koreans fought in Kursk and Belgorod.'));
    expect(at).toHaveLength(2);
  });

  it('finds the speaker behind the verb', () => {
    const roles = rolesOf('to-report', 'The harvest is in, reported KCNA.');
    expect(roles.agentCountry).toBe('north-korea');
  });

  it('leaves a negated phrase out', () => {
    const roles = rolesOf('to-send', 'China, not North Korea, dispatched sappers to Russia.');
    expect(roles.from).toBe('china');
  });

  it('leaves a qualifying country out of the subjects', () => {
    const roles = rolesOf(
      'to-send',
      'A Russian paper says North Korea dispatched sappers to China.',
    );
    expect(roles).toMatchObject({ from: 'north-korea', to: 'china' });
  });
});

describe('where it happens', () => {
  it('may be told behind what kind of place it is', () => {
    const { at } = frameOf('to-meet', read('They met in the Pacific city of Vladivostok.'));
    expect(at.some(({ mention }) => mention.is.has('vladivostok'))).toBe(true);
  });
});

describe('when it happens', () => {
  it.each([
    ['North Korea dispatched sappers.', 'done'],
    ['North Korea has dispatched sappers.', 'done'],
    ['Sappers were dispatched by North Korea.', 'done'],
    ['North Korea is dispatching sappers.', 'ongoing'],
    ['North Korea will dispatch sappers.', 'planned'],
    ['North Korea is going to dispatch sappers.', 'planned'],
    ['North Korea plans to dispatch sappers.', 'planned'],
    ['North Korea dispatches sappers.', 'open'],
    ['North Korea is believed to have dispatched sappers.', 'done'],
    ['North Korea appears to have dispatched sappers.', 'done'],
    ['North Korea appears to be dispatching sappers.', 'planned'],
  ])('%s is %s', (text, tense) => {
    expect(frameOf('to-send', read(text)).event.tense).toBe(tense);
  });

  it.each(['could', 'might', 'may'])('“%s” makes it possible only', (modal) => {
    const { event } = frameOf('to-send', read(`North Korea ${modal} dispatch sappers.`));
    expect(event.possible).toBe(true);
  });
});
