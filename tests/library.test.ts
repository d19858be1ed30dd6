import { describe, expect, it } from 'vitest';
import words from '../public/_locales/en/messages.json';
import { compile } from '../src/claims/compile.ts';
import { loadRules, storedRules } from '../src/claims/stored-rules.ts';
import { libraryFile } from '../src/cli/library/library-file.ts';
import { proseOf } from '../src/cli/library/prose.ts';
import { projectRoot } from '../src/cli/project.ts';
import { noFilters } from '../src/library/address.ts';
import { createCollection } from '../src/library/collection.ts';

const compilation = await compile(projectRoot);
const file = await libraryFile(compilation, projectRoot);
const shipped = loadRules(JSON.parse(JSON.stringify(storedRules(compilation.rules))));
const collection = createCollection(shipped.file.claims, file);
const search = (text: string) => collection.find({ ...noFilters, words: text }).map(({ id }) => id);

describe('the search of the library', () => {
  const sappers = 'kim-to-send-1000-sappers-5000-military-builders';

  it('finds a figure however it is written', () => {
    expect(search('1,000 sappers')[0]).toBe(sappers);
    expect(search('1000 sappers')[0]).toBe(sappers);
    expect(search('one thousand sappers')[0]).toBe(sappers);
    expect(search('1,001 sappers')).not.toContain(sappers);
  });

  it('finds names half typed and spelled another way', () => {
    expect(search('shoig')).toContain('shoigu-defence-minister');
    expect(search('Zelenskiy').sort()).toEqual(search('Zelensky').sort());
  });

  it('finds a claim by its words, its summary, its explanation and any of its wordings', () => {
    for (const { id, claim, summary, explanation, wordings } of collection.claims) {
      for (const text of [claim, summary, explanation, ...wordings.slice(0, 2)]) {
        expect(search(text), text).toContain(id);
      }
    }
  });
});

describe('the filters of the library', () => {
  it('narrow down by theme, verdict, person and year, all of them together', () => {
    const filters = {
      words: '',
      theme: 'kursk-reconstruction',
      verdict: 'false',
      person: 'Sergei Shoigu',
      year: '2025',
    } as const;
    const found = collection.find(filters);
    expect(found.length).toBeGreaterThan(0);
    for (const claim of found) {
      expect(claim).toMatchObject({ theme: filters.theme, verdict: filters.verdict });
      expect(claim.persons).toContain(filters.person);
      expect(claim.years).toContain(filters.year);
    }
    expect(collection.find({ ...filters, year: '1961' })).toEqual([]);
  });

  it('know a claim by its other names', () => {
    for (const { id, aliases } of collection.claims) {
      for (const alias of aliases) expect(collection.claim(alias)?.id).toBe(id);
    }
  });

  it('name persons, not offices or groups', () => {
    const persons = new Set(collection.claims.flatMap((claim) => claim.persons));
    expect(persons).toContain('Kim Jong Un');
    for (const person of persons) expect(person).toMatch(/^(\p{Lu}[\p{L}.]* ?)+$/u);
  });

  it('have a word for every theme', () => {
    const named = Object.keys(words);
    for (const { theme } of collection.claims) {
      expect(named).toContain(`theme_${theme.replaceAll('-', '_')}`);
    }
  });
});

describe('the library file', () => {
  it('brings the page on method, with all its tables, and leads to the corrections', () => {
    const kinds = file.methodology.map(({ kind }) => kind);
    expect(kinds[0]).toBe('heading');
    expect(kinds.filter((kind) => kind === 'table')).toHaveLength(3);
    expect(JSON.stringify(file.methodology)).toContain('"to":"#/corrections"');
    expect(JSON.stringify(file.methodology)).not.toMatch(/<!--|\*\*|\]\(/);
  });

  it('says which block of a page it has no form for', () => {
    expect(() => proseOf('> quoted', {})).toThrow(/blockquote.*> quoted/s);
  });

  it('gives each correction to its claim', () => {
    for (const one of file.corrections) {
      expect(collection.claim(one.claim)?.corrections).toContainEqual(one);
    }
  });
});
