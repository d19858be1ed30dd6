import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../src/cli/project.ts';

const folder = join(projectRoot, 'public', '_locales');
const languages = (await readdir(folder)).sort();

async function textsIn(language: string): Promise<Record<string, { message: string }>> {
  return JSON.parse(await readFile(join(folder, language, 'messages.json'), 'utf8'));
}

const english = await textsIn('en');
const counted = Object.keys(english).flatMap((key) => {
  const stem = key.replace(/_other$/, '');
  return stem !== key && `${stem}_one` in english ? [stem] : [];
});

/** The keys that a language needs: what is counted once for each plural form that it has. */
function neededIn(language: string): string[] {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const plain = Object.keys(english).filter(
    (key) => !counted.some((stem) => key === `${stem}_one` || key === `${stem}_other`),
  );
  return [...plain, ...counted.flatMap((stem) => forms.map((form) => `${stem}_${form}`))].sort();
}

const partsOf = (text: string) => [...new Set(text.match(/\$\d/g))].sort();

describe.each(languages)('the texts in %s', (language) => {
  it('are all there, in each plural form, and no others', async () => {
    expect(Object.keys(await textsIn(language)).sort()).toEqual(neededIn(language));
  });

  it('fill in what the English ones fill in', async () => {
    for (const [key, { message }] of Object.entries(await textsIn(language))) {
      const model = english[key] ?? english[key.replace(/_[a-z]+$/, '_other')];
      expect(partsOf(message), `${language} ${key}`).toEqual(partsOf(model?.message ?? ''));
    }
  });

  it('keep to what the stores allow', async () => {
    const { extensionName, extensionDescription } = await textsIn(language);
    expect(extensionName?.message.length).toBeLessThanOrEqual(45);
    expect(extensionDescription?.message.length).toBeLessThanOrEqual(132);
  });
});

describe('what people see', () => {
  it('is said by these texts: no component holds words of its own', async () => {
    const found: string[] = [];
    for (const part of ['src', 'entrypoints']) {
      const names = await readdir(join(projectRoot, part), { recursive: true });
      for (const name of names.filter((one) => one.endsWith('.tsx'))) {
        const source = await readFile(join(projectRoot, part, name), 'utf8');
        for (const [, words] of source.matchAll(
          /[\w"'}]>\s*([A-Z][a-z]+(?: [a-z]+)*[.!]?)\s*<\//g,
        )) {
          if (words !== 'Tumen') found.push(`${part}/${name}: ${words}`);
        }
        for (const [, words] of source.matchAll(
          /\b(?:alt|title|placeholder|aria-label)="([^"]+)"/g,
        )) {
          if (words && /^[A-Z][a-z]+ /.test(words)) found.push(`${part}/${name}: ${words}`);
        }
      }
    }
    expect(found).toEqual([]);
  });
});
