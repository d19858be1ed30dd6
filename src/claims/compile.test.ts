import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { compile } from './compile.ts';
import { type Fault, FaultyRulesError } from './fault.ts';
import { visitForms } from './rules.ts';
import { loadRules, storedRules } from './stored-rules.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

const lexicon = `ferry:
  en:
    nouns: [ferry]
action: {}
to-sail:
  is: [action]
  roles: moving
  en:
    verbs: [sail]
    nouns: [sailing]
`;

/** A whole claim; what is given takes the place of its keys. */
function claim(changes: Record<string, unknown> = {}): Record<string, unknown> {
  const text = 'A ferry sails.';
  return {
    id: 'ferry-sails',
    claim: 'A ferry sails.',
    verdict: 'accurate',
    summary: 'It does.',
    explanation: 'It sails each day.',
    time: { from: null, until: null, note: 'At any time.' },
    judged: ['media'],
    sources: ['Harbour', 'Port'].map((publisher) => ({
      publisher,
      url: 'https://example.org/ferry',
      kind: 'news',
      supports: 'It sails.',
    })),
    reviewed: '2026-01-02',
    confidence: 'high',
    statements: [{ event: 'to-sail', mentions: ['ferry'] }],
    examples: {
      makes: Array.from({ length: 12 }, () => ({ text, published: '2025-01-01' })),
      not: Array.from({ length: 8 }, () => ({ text, why: 'No ferry.', published: '2025-01-01' })),
    },
    ...changes,
  };
}

/** Writes claims and lexicon into a folder of their own. */
async function folderWith(claims: string | unknown[], words = lexicon): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'tumen-'));
  folders.push(root);
  await mkdir(join(root, 'assets/claims'), { recursive: true });
  await mkdir(join(root, 'assets/lexicon'));
  const text = typeof claims === 'string' ? claims : stringify(claims);
  await writeFile(join(root, 'assets/claims/harbour.yaml'), text);
  await writeFile(join(root, 'assets/lexicon/words.yaml'), words);
  return root;
}

async function faultsOf(claims: string | unknown[], words?: string): Promise<readonly Fault[]> {
  const root = await folderWith(claims, words);
  const error: unknown = await compile(root).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof FaultyRulesError)) throw new Error(`no faults were found: ${error}`);
  return error.faults;
}

/** The line of a claims file on which a text stands. */
function lineOf(claims: unknown[], text: string): number {
  return (
    stringify(claims)
      .split('\n')
      .findIndex((line) => line.includes(text)) + 1
  );
}

const file = 'assets/claims/harbour.yaml';

describe('a sound folder', () => {
  it('compiles to rules that load', async () => {
    const root = await folderWith([claim()]);
    const json = JSON.stringify((await compile(root)).rules);
    const { claims } = loadRules(JSON.parse(json));
    expect(claims.get('ferry-sails')).toMatchObject({
      theme: 'harbour',
      aliases: [],
      event: null,
      doubts: null,
      statements: [{ event: ['to-sail'], mentions: [['ferry']] }],
    });
  });

  it('writes what no statement of a claim may name into each', async () => {
    const statements = [
      { event: 'to-sail', without: 'to-sail' },
      { event: 'to-sail', unless: [{ event: 'to-sail' }] },
    ];
    const root = await folderWith([claim({ without: 'ferry', statements })]);
    const { claims } = loadRules((await compile(root)).rules);
    expect(claims.get('ferry-sails')).not.toHaveProperty('without');
    expect(claims.get('ferry-sails')?.statements).toEqual([
      { event: ['to-sail'], without: ['ferry', 'to-sail'] },
      { event: ['to-sail'], without: ['ferry'], unless: [{ event: ['to-sail'] }] },
    ]);
  });

  it('writes what keeps all statements of a claim from holding into each', async () => {
    const statements = [{ event: 'to-sail' }, { event: 'to-sail', unless: [{ event: 'to-sail' }] }];
    const root = await folderWith([claim({ unless: [{ mentions: ['ferry'] }], statements })]);
    const { claims } = loadRules((await compile(root)).rules);
    const exception = { mentions: [['ferry']] };
    expect(claims.get('ferry-sails')).not.toHaveProperty('unless');
    expect(claims.get('ferry-sails')?.statements).toEqual([
      { event: ['to-sail'], unless: [exception] },
      { event: ['to-sail'], unless: [exception, { event: ['to-sail'] }] },
    ]);
  });

  it('hands on the examples, which do not ship', async () => {
    const root = await folderWith([claim()]);
    expect((await compile(root)).examples.get('ferry-sails')?.makes).toHaveLength(12);
    expect(JSON.stringify((await compile(root)).rules)).not.toContain('examples');
  });

  it('lists all forms of every word, each with its concept', async () => {
    const { rules } = await compile(await folderWith([claim()]));
    const index = rules.lexicon.concepts.findIndex(({ id }) => id === 'to-sail');
    const { concepts, irregularVerbs } = rules.lexicon;
    const forms: string[] = [];
    visitForms(concepts[index]?.forms.en ?? {}, irregularVerbs, (text) => forms.push(text));
    expect(forms).toEqual(
      expect.arrayContaining(['sail', 'sails', 'sailing', 'sailed', 'sailings']),
    );
    expect(concepts[index]?.is).toEqual(['action']);
  });
});

describe('alternatives in the lexicon', () => {
  it('compile to what all wordings by themselves compile to', async () => {
    const short =
      'ferry:\n  en: { names: [(MV|) Gull], nouns: [(car|night) (ferry|boat)], verbs: [(sail|put) out] }\n';
    const long =
      'ferry:\n  en:\n    names: [MV Gull, Gull]\n    verbs: [sail out, put out]\n' +
      '    nouns: [car ferry, car boat, night ferry, night boat]\n';
    const [one, other] = await Promise.all(
      [short, long].map(async (words) => compile(await folderWith([], words))),
    );
    expect(one?.rules).toEqual(other?.rules);
    expect(one?.rules.lexicon.concepts[0]?.name).toBe('MV Gull');
  });
});

describe('groups in the lexicon', () => {
  const words = `${lexicon}raft: {}\nboats:\n  any: [ferry, raft]\n`;

  it('stand in statements for each of their concepts', async () => {
    const statements = [
      {
        event: 'to-sail',
        mentions: ['boats', ['action', 'raft', 'boats']],
        unless: [{ none: 'boats' }],
      },
    ];
    const { rules } = await compile(await folderWith([claim({ statements })], words));
    expect(rules.claims[0]?.statements).toEqual([
      {
        event: ['to-sail'],
        mentions: [
          ['ferry', 'raft'],
          ['action', 'raft', 'ferry'],
        ],
        unless: [{ none: ['ferry', 'raft'] }],
      },
    ]);
    expect(rules.lexicon.concepts.map(({ id }) => id)).not.toContain('boats');
  });

  it.each([
    ['row:\n  any: [ferry, canoe]\n', 'row.any', 'no concept canoe'],
    ['row:\n  any: [ferry, boats]\n', 'row.any', 'boats is a group'],
    ['row:\n  is: [boats]\n', 'row.is', 'boats is a group'],
    ['row:\n  any: [ferry]\n', 'row.any', 'at least two concepts'],
    ['row:\n  any: [ferry, raft]\n  en: { nouns: [row] }\n', 'row.en', 'unknown key en'],
  ])('are refused where they are amiss: %s', async (added, key, says) => {
    const [fault] = await faultsOf([claim()], words + added);
    expect(fault).toMatchObject({
      file: 'assets/lexicon/words.yaml',
      key,
      message: expect.stringContaining(says),
    });
  });
});

describe('faults in a claim', () => {
  const cases: [string, Record<string, unknown>, { key: string; near: string; says: string }][] = [
    [
      'an unknown key',
      { verdikt: 'false' },
      { key: '0.verdikt', near: 'verdikt:', says: 'unknown key verdikt' },
    ],
    [
      'a wrong verdict',
      { verdict: 'mostly true' },
      { key: '0.verdict', near: 'mostly true', says: '"misleading"' },
    ],
    [
      'a date in another form',
      { reviewed: '2 January 2026' },
      { key: '0.reviewed', near: 'reviewed:', says: 'YYYY-MM-DD' },
    ],
    [
      'a month that there is not',
      { reviewed: '2026-13-02' },
      { key: '0.reviewed', near: 'reviewed:', says: 'no such day' },
    ],
    [
      'a day that the month does not have',
      { reviewed: '2026-02-30' },
      { key: '0.reviewed', near: 'reviewed:', says: 'no such day' },
    ],
    [
      'an id with capitals',
      { id: 'Ferry Sails' },
      { key: '0.id', near: 'id:', says: 'lower case with hyphens' },
    ],
    [
      'a long summary',
      { summary: 'So it is. '.repeat(30) },
      { key: '0.summary', near: 'summary:', says: '200 characters' },
    ],
    [
      'no statements',
      { statements: [] },
      { key: '0.statements', near: 'statements:', says: 'at least one statement' },
    ],
    [
      'a statement with nothing to look it up by',
      { statements: [{ date: { is: '2024' } }] },
      { key: '0.statements.0', near: 'date:', says: 'event, mentions, none or calls' },
    ],
    [
      'a role without an event',
      { statements: [{ mentions: ['ferry'], agent: 'ferry' }] },
      { key: '0.statements.0', near: '- mentions:', says: 'name the event' },
    ],
    [
      'a figure without a value',
      { statements: [{ event: 'to-sail', figures: [{ of: 'ferry' }] }] },
      { key: '0.statements.0.figures.0', near: 'of: ferry', says: 'is, least or most' },
    ],
    [
      'an unknown key in a statement',
      { statements: [{ event: 'to-sail', who: 'ferry' }] },
      { key: '0.statements.0.who', near: 'who:', says: 'unknown key who' },
    ],
    [
      'an unknown concept',
      { statements: [{ event: 'to-sail', agent: 'fery' }] },
      { key: '0.statements.0', near: 'event: to-sail', says: 'no concept fery' },
    ],
    [
      'an unknown concept in an exception',
      { statements: [{ event: 'to-sail', unless: [{ mentions: ['raft'] }] }] },
      { key: '0.statements.0', near: 'event: to-sail', says: 'no concept raft' },
    ],
    [
      'a verdict before a window without a start',
      {
        time: {
          from: null,
          until: null,
          before: { verdict: 'false', why: 'Not yet.' },
          note: 'Ever.',
        },
      },
      { key: '0.time.before', near: 'before:', says: 'needs time.from' },
    ],
    [
      'a verdict after a window without an end',
      {
        time: {
          from: '2024-01-01',
          until: null,
          after: { verdict: 'false', why: 'No more.' },
          note: 'Ever.',
        },
      },
      { key: '0.time.after', near: 'after:', says: 'needs time.until' },
    ],
  ];

  it.each(cases)('%s', async (_name, changes, { key, near, says }) => {
    const claims = [claim(changes)];
    const faults = await faultsOf(claims);
    const fault = faults.find((one) => one.message.includes(says));
    expect(fault, JSON.stringify(faults)).toMatchObject({ file, key });
    expect(Math.abs((fault?.line ?? 0) - lineOf(claims, near))).toBeLessThanOrEqual(1);
  });

  it('too few sources', async () => {
    const [source] = claim().sources as unknown[];
    const [fault] = await faultsOf([claim({ sources: [source] })]);
    expect(fault).toMatchObject({ file, key: '0.sources' });
    expect(fault?.message).toContain('at least two sources');
  });

  it('two sources of one publisher', async () => {
    const [source] = claim().sources as unknown[];
    const [fault] = await faultsOf([claim({ sources: [source, source] })]);
    expect(fault?.message).toContain('different publishers');
  });

  it.each(['ftp://example.org/ferry', 'example.org', 'javascript:alert(1)'])(
    'an address that is none of the web: %s',
    async (url) => {
      const [first, second] = claim().sources as Record<string, unknown>[];
      const [fault] = await faultsOf([claim({ sources: [first, { ...second, url }] })]);
      expect(fault).toMatchObject({ file, key: '0.sources.1.url' });
      expect(fault?.message).toContain('full http or https address');
    },
  );

  it('too few examples, of either kind', async () => {
    const { makes, not } = claim().examples as { makes: unknown[]; not: unknown[] };
    const examples = { makes: makes.slice(1), not: not.slice(1) };
    const faults = await faultsOf([claim({ examples })]);
    expect(faults.map(({ key, message }) => `${key}: ${message}`)).toEqual([
      '0.examples.makes: give at least 12 sentences that make the claim',
      '0.examples.not: give at least 8 sentences that come close without making it',
    ]);
  });

  it('a concept that is not there, in `without` of the claim', async () => {
    const [fault] = await faultsOf([claim({ without: ['ferry', 'raft'] })]);
    expect(fault).toMatchObject({ file, key: '0.without' });
    expect(fault?.message).toContain('no concept raft');
  });

  it('an example without a date', async () => {
    const { makes, not } = claim().examples as { makes: unknown[]; not: unknown[] };
    const examples = { makes: [...makes, { text: 'A ferry sails.' }], not };
    const [fault] = await faultsOf([claim({ examples })]);
    expect(fault).toMatchObject({ file, key: '0.examples.makes.12.published' });
  });

  it('an id that is taken, on the line of the second', async () => {
    const claims = [claim(), claim()];
    const [fault] = await faultsOf(claims);
    const second = stringify(claims).split('\n').lastIndexOf('- id: ferry-sails') + 1;
    expect(fault).toMatchObject({ file, key: '1.id', line: second });
    expect(fault?.message).toContain('ferry-sails is taken: choose another');
  });

  it('an alias that is another claim’s id', async () => {
    const [fault] = await faultsOf([claim(), claim({ id: 'other', aliases: ['ferry-sails'] })]);
    expect(fault?.message).toContain('ferry-sails is taken');
  });

  it('a claim that does not say whose statement it is', async () => {
    const [fault] = await faultsOf([claim({ judged: undefined })]);
    expect(fault?.key).toBe('0.judged');
    expect(fault?.message).toContain('say whose statement it is: russia, north-korea');
  });

  it('every fault, not the first alone', async () => {
    const faults = await faultsOf([
      claim({ verdict: 'so' }),
      claim({ id: 'B', reviewed: '2026-13-02' }),
    ]);
    expect(faults.map(({ key }) => key)).toEqual(['0.verdict', '1.id', '1.reviewed']);
  });
});

describe('faults in a file', () => {
  it('broken YAML', async () => {
    const [fault] = await faultsOf('- id: ferry-sails\n  claim: "A ferry\n sails\n  verdict: [\n');
    expect(fault).toMatchObject({ file, key: 'YAML' });
    expect(fault?.line).toBeGreaterThan(1);
  });

  it('a key that stands twice', async () => {
    const [fault] = await faultsOf('- id: one\n  claim: A.\n  id: two\n');
    expect(fault).toMatchObject({ file, line: 3, key: 'YAML' });
  });

  it('no list of claims', async () => {
    const [fault] = await faultsOf('id: ferry-sails\n');
    expect(fault).toMatchObject({ file, line: 1, key: 'file' });
    expect(fault?.message).toContain('begin each with "- id:"');
  });

  it('one line for each fault, with place, key and remedy', async () => {
    const root = await folderWith([claim({ reviewed: 'soon' })]);
    await expect(compile(root)).rejects.toThrow(
      /^assets\/claims\/harbour\.yaml:\d+ 0\.reviewed: write the day as YYYY-MM-DD$/m,
    );
  });
});

describe('faults in the lexicon', () => {
  const words = 'assets/lexicon/words.yaml';

  it.each(['is', 'for', 'in'])('an unknown concept under “%s”', async (key) => {
    const value = key === 'is' ? '[boat]' : 'boat';
    const [fault] = await faultsOf([claim()], `${lexicon}raft:\n  ${key}: ${value}\n`);
    expect(fault).toMatchObject({ file: words, key: `raft.${key}`, line: 12 });
    expect(fault?.message).toContain('no concept boat: define it or correct the name');
  });

  it('an unknown key', async () => {
    const [fault] = await faultsOf([claim()], `${lexicon}raft:\n  en:\n    noun: [raft]\n`);
    expect(fault).toMatchObject({ file: words, key: 'raft.en.noun', line: 13 });
    expect(fault?.message).toContain('unknown key noun');
  });

  it.each([
    ['(car|night ferry', 'lacks its other half'],
    ['(car|)', 'no word at all'],
    ['(a|b)'.repeat(9), 'more than 500 wordings'],
  ])('alternatives that cannot be spelled out: %s', async (entry, says) => {
    const [fault] = await faultsOf(
      [],
      `${lexicon}raft:\n  en:\n    nouns:\n      - raft\n      - ${entry}\n`,
    );
    expect(fault).toMatchObject({ file: words, key: 'raft.en.nouns.1', line: 15 });
    expect(fault?.message).toContain(says);
  });

  it('unknown roles', async () => {
    const [fault] = await faultsOf([claim()], `${lexicon}to-row:\n  roles: rowing\n`);
    expect(fault).toMatchObject({ file: words, key: 'to-row.roles', line: 12 });
    expect(fault?.message).toContain('"moving"');
  });

  it('broken YAML', async () => {
    const faults = await faultsOf([], `${lexicon}raft: [\n`);
    expect(faults[0]).toMatchObject({ file: words, key: 'YAML' });
  });
});

describe('loadRules', () => {
  it('takes the form that ships and the form that is compiled', async () => {
    const { rules } = await compile(await folderWith([claim(), { ...claim(), id: 'raft-sails' }]));
    const shipped: unknown = JSON.parse(JSON.stringify(storedRules(rules)));
    expect(loadRules(shipped).file).toMatchObject(JSON.parse(JSON.stringify(rules)));
    expect([...loadRules(rules).claims.keys()]).toEqual(['ferry-sails', 'raft-sails']);
  });

  it.each([null, 'rules', {}, { format: 2, claims: [], lexicon: {} }, { format: 1 }])(
    'refuses %j',
    (json) => {
      expect(() => loadRules(json)).toThrow(/Build it again/);
    },
  );
});
