import { readFile } from 'node:fs/promises';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { projectRules } from '../cli/project.ts';
import { createChecker } from '../engine/check.ts';
import { textDocument } from '../engine/text-document.ts';
import { compilePack } from './compile-pack.ts';
import { type Fault, FaultyRulesError } from './fault.ts';
import { rulesOfPack } from './pack.ts';
import { storedRules } from './stored-rules.ts';

const ours = (await projectRules()).file;
const example = await readFile('docs/example-pack.yaml', 'utf8');

interface Draft {
  pack?: Record<string, unknown>;
  concepts?: Record<string, unknown>;
  claims: Record<string, unknown>[];
}

/** The example with something changed, as JSON, which is YAML too. */
function packWith(change: (draft: Draft & { claim: Record<string, unknown> }) => void): string {
  const draft = load(example) as Draft;
  change({ ...draft, claim: draft.claims[0] ?? {} });
  return JSON.stringify(draft);
}

function faultsOf(text: string, name = 'mine.yaml'): readonly Fault[] {
  try {
    compilePack(text, name, ours);
    return [];
  } catch (error) {
    if (error instanceof FaultyRulesError) return error.faults;
    throw error;
  }
}

describe('compilePack', () => {
  test('takes the example of docs/PACKS.md, which finds what it says', () => {
    const { file, examples } = compilePack(example, 'example-pack.yaml', ours);
    expect(file.pack).toMatchObject({ id: 'harbour-desk', by: 'The Harbour Desk' });
    const checker = createChecker(rulesOfPack(file, ours));
    const found = [...examples.values()].flatMap(({ makes }) =>
      makes.map(({ text, published }) =>
        checker
          .check(textDocument(text, { published, language: null }))
          .findings.map(({ claim, stance }) => `${claim} ${stance}`),
      ),
    );
    expect(found).toHaveLength(12);
    for (const findings of found) {
      expect(findings[0]).toMatch(
        /^harbour-desk\/sea-gull-ferry-in-vladivostok (asserted|attributed)$/,
      );
    }
  });

  test('takes the compiled form, which is what is kept', () => {
    const { file } = compilePack(example, 'example-pack.yaml', ours);
    expect(compilePack(JSON.stringify(file), 'p.json', ours).file).toEqual(file);
  });

  test('takes Tumen’s own rules file, and uses Tumen’s words', () => {
    const { file, passedOver } = compilePack(JSON.stringify(ours), 'Their rules.json', ours);
    expect(file.pack).toMatchObject({ id: 'their-rules', name: 'Their rules', by: null });
    expect(file.claims).toHaveLength(ours.claims.length);
    expect(file.lexicon.concepts).toEqual([]);
    expect(passedOver).toHaveLength(ours.lexicon.concepts.length);
  });

  test('takes it in the form in which it ships too, and tells its faults by claim and key', () => {
    const shipped = storedRules(ours);
    const { file } = compilePack(JSON.stringify(shipped), 'p.json', ours);
    expect(file.claims).toEqual(ours.claims);
    const [first] = (shipped.claims.sources ?? []) as number[][];
    shipped.sources.url?.splice(first?.[0] ?? 0, 1, 'javascript:alert(1)');
    const [fault] = faultsOf(JSON.stringify(shipped), 'p.json');
    expect(fault).toMatchObject({ claim: ours.claims[0]?.id, key: 'sources.0.url' });
  });

  test('takes a bare list of claims, named by its file', () => {
    const text = packWith(({ claim }) => {
      claim.statements = [{ event: 'to-arrive', mentions: [['ship'], ['vladivostok']] }];
    });
    const list = JSON.stringify((JSON.parse(text) as Draft).claims);
    expect(compilePack(list, 'My ferries.yaml', ours).file.pack.id).toBe('my-ferries');
  });

  test('keeps its claims and concepts apart from Tumen’s, also where they have the same names', () => {
    const id = ours.claims[0]?.id ?? '';
    const text = packWith(({ claim }) => Object.assign(claim, { id, aliases: [`old-${id}`] }));
    const { file, claims } = rulesOfPack(compilePack(text, 'p.yaml', ours).file, ours);
    const [claim] = file.claims;
    expect([...claims.keys()]).toEqual([`harbour-desk/${id}`]);
    expect(claim?.aliases).toEqual([`harbour-desk/old-${id}`]);
    expect(claim?.statements[0]?.mentions).toEqual([
      ['harbour-desk/sea-gull-ferry'],
      ['vladivostok'],
    ]);
    expect(claim?.pack).toMatchObject({ name: 'Ferries and harbours' });
  });

  test('puts the concepts of a group in its place, of Tumen’s too', () => {
    const text = packWith(({ claim, concepts }) => {
      Object.assign(concepts ?? {}, { vessels: { any: ['sea-gull-ferry', 'ship'] } });
      claim.statements = [
        { mentions: [['vessels'], ['vladivostok']], without: ['other-partners'] },
      ];
    });
    const { claims, lexicon } = compilePack(text, 'p.yaml', ours).file;
    const partners = new Map(ours.lexicon.groups).get('other-partners');
    expect(claims[0]?.statements).toEqual([
      { mentions: [['sea-gull-ferry', 'ship'], ['vladivostok']], without: partners },
    ]);
    expect(lexicon.concepts.map(({ id }) => id)).toEqual(['sea-gull-ferry']);
  });

  test('names its own concepts in every key of a statement', () => {
    const text = packWith(({ claim }) => {
      claim.statements = [
        {
          none: 'sea-gull-ferry',
          belongs: { what: 'sea-gull-ferry', to: 'russia' },
          figures: [{ of: 'worker', whose: 'sea-gull-ferry', is: 3 }],
          date: { is: '2024' },
          stances: 'denied',
        },
      ];
    });
    const [claim] = rulesOfPack(compilePack(text, 'p.yaml', ours).file, ours).file.claims;
    const ferry = 'harbour-desk/sea-gull-ferry';
    expect(claim?.statements).toEqual([
      {
        none: [ferry],
        belongs: { what: [ferry], to: ['russia'] },
        figures: [{ of: ['worker'], whose: [ferry], is: 3 }],
        date: { is: ['2024'] },
        stances: ['denied'],
      },
    ]);
  });

  test('spells out the alternatives in its words', () => {
    const pack = (nouns: string[]) =>
      packWith(({ concepts }) => Object.assign(concepts ?? {}, { buoy: { en: { nouns } } }));
    const { concepts } = compilePack(pack(['(red|old|) buoy']), 'p.yaml', ours).file.lexicon;
    expect(concepts).toEqual(
      compilePack(pack(['red buoy', 'old buoy', 'buoy']), 'p.yaml', ours).file.lexicon.concepts,
    );
  });

  test('passes over a concept that Tumen has', () => {
    const text = packWith(({ concepts }) => {
      Object.assign(concepts ?? {}, { russia: { en: { names: ['Atlantis'] } } });
    });
    const { file, passedOver } = compilePack(text, 'p.yaml', ours);
    expect(passedOver).toEqual(['russia']);
    expect(file.lexicon.concepts.map(({ id }) => id)).toEqual(['sea-gull-ferry']);
  });
});

describe('a broken pack is refused, with claim and key:', () => {
  test.each<[string, (draft: Draft & { claim: Record<string, unknown> }) => void, string, string]>([
    [
      'a verdict that is none',
      ({ claim }) => Object.assign(claim, { verdict: 'fake' }),
      'verdict',
      'Invalid option',
    ],
    ['an unknown key', ({ claim }) => Object.assign(claim, { style: 'x' }), 'style', 'unknown key'],
    [
      'an address that runs a script',
      ({ claim }) => setAddress(claim, 'javascript:alert(1)'),
      'sources.0.url',
      'http',
    ],
    [
      'an address with data',
      ({ claim }) => setAddress(claim, 'data:text/html,x'),
      'sources.0.url',
      'http',
    ],
    [
      'an unknown concept',
      ({ claim }) => Object.assign(claim, { statements: [{ event: 'to-moo' }] }),
      'statements.0',
      'no concept to-moo',
    ],
    [
      'a concept of another pack',
      ({ claim }) => Object.assign(claim, { statements: [{ event: 'other/to-moo' }] }),
      'statements.0.event',
      'lower case',
    ],
    [
      'a pattern',
      ({ claim }) => Object.assign(claim, { statements: [{ pattern: '(a+)+$' }] }),
      'statements.0.pattern',
      'unknown key',
    ],
    [
      'an endless text',
      ({ claim }) => Object.assign(claim, { summary: 'x'.repeat(2_000_000) }),
      'summary',
      'within 5000',
    ],
    [
      'too few sources',
      ({ claim }) => Object.assign(claim, { sources: [] }),
      'sources',
      'two sources',
    ],
  ])('%s', (_, change, key, message) => {
    const [fault] = faultsOf(packWith(change));
    expect(fault).toMatchObject({ claim: 'sea-gull-ferry-in-vladivostok', key });
    expect(fault?.message).toContain(message);
  });

  test('an id that is there twice', () => {
    const text = packWith(({ claims, claim }) => claims.push(claim));
    expect(faultsOf(text)).toMatchObject([
      {
        claim: 'sea-gull-ferry-in-vladivostok',
        key: 'id',
        message: expect.stringContaining('taken'),
      },
    ]);
  });

  test.each([
    ['no YAML', 'claims: [', 'it is not YAML'],
    ['a word', 'hello', 'holds no claims'],
    ['nothing', '', ''],
    ['no claims', 'claims: []', 'at least one claim'],
    ['a newer format', '{"format": 9, "claims": [{}], "lexicon": {"concepts": []}}', 'format 1'],
    ['too many claims', JSON.stringify(Array.from({ length: 5001 }, () => 0)), '5000 claims'],
    ['an invisible name', `pack: {id: a, name: "Tu\\u202Emen"}\nclaims: [1]`, 'invisible'],
    ['a name of markup as id', 'pack: {id: "<b>", name: a}\nclaims: [1]', 'lower case'],
    [
      'YAML that multiplies itself',
      `a: &a [x,x,x,x,x,x,x,x,x,x]\n${'bcdefgh'.replace(/./g, (k) => {
        const before = String.fromCharCode(k.charCodeAt(0) - 1);
        return `${k}: &${k} [${`*${before},`.repeat(10)}]\n`;
      })}`,
      'more than 1000000',
    ],
    ['YAML within itself', 'claims: &a [*a]', 'nested too deep'],
    ['endless nesting', `{"claims": ${'['.repeat(1000)}${']'.repeat(1000)}}`, ''],
  ])('%s', (_, text, message) => {
    const faults = faultsOf(text);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults[0]?.message).toContain(message);
  });

  test('many claims that are all looked up by one common word', () => {
    const text = packWith(({ claims, claim }) => {
      const statements = [{ mentions: [['russia']] }];
      claims.push(
        ...Array.from({ length: 250 }, (_, at) => ({ ...claim, id: `c-${at}`, statements })),
      );
    });
    expect(faultsOf(text)).toMatchObject([
      { claim: 'c-200', key: 'statements', message: expect.stringContaining('by russia') },
    ]);
  });

  test('alternatives without end, in one entry and in all', () => {
    const words = (entries: string[]) =>
      packWith(({ concepts }) =>
        Object.assign(concepts ?? {}, { buoy: { en: { nouns: entries } } }),
      );
    expect(faultsOf(words(['buoy', `(a|b)${' (a|b)'.repeat(40)}`]))).toMatchObject([
      { key: 'concepts.buoy.en.nouns.1', message: expect.stringContaining('more than 500') },
    ]);
    const many = Array.from({ length: 400 }, (_, at) => `buoy${at}${' (a|b)'.repeat(8)}`);
    expect(faultsOf(words(many))).toMatchObject([
      { key: 'concepts', message: expect.stringContaining('more than 100000') },
    ]);
  });

  test('groups that multiply its statements', () => {
    const text = packWith(({ claims, claim, concepts }) => {
      const any = Array.from({ length: 100 }, (_, at) => `buoy-${at}`);
      Object.assign(concepts ?? {}, Object.fromEntries(any.map((id) => [id, {}])), {
        buoys: { any },
      });
      const statements = [
        { mentions: [['ship']], without: Array.from({ length: 5000 }, () => 'buoys') },
      ];
      claims.push(...[1, 2, 3].map((at) => ({ ...claim, id: `c-${at}`, statements })));
    });
    expect(faultsOf(text)[0]?.message).toContain('more than 1000000 concepts');
  });

  test.each(['__proto__', 'constructor.prototype', 'toString()'])('a concept called %s', (name) => {
    const text = example.replace('concepts:\n', `concepts:\n  "${name}": {}\n`);
    expect(faultsOf(text)[0]).toMatchObject({ key: `concepts.${name}` });
  });

  test('keys that would change every object, in JSON', () => {
    const text = `{"__proto__": {"isAdmin": true}, "claims": [{"__proto__": {"id": "a"}}]}`;
    expect(faultsOf(text, 'p.json').length).toBeGreaterThan(0);
    expect('isAdmin' in {}).toBe(false);
  });
});

function setAddress(claim: Record<string, unknown>, url: string): void {
  Object.assign((claim.sources as object[])[0] ?? {}, { url });
}
