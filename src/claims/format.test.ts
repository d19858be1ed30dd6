import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { projectRoot } from '../cli/project.ts';
import { formatClaims } from './format.ts';

const folder = join(projectRoot, 'assets', 'claims');
const files = (await readdir(folder)).filter((name) => name.endsWith('.yaml'));

describe('formatClaims', () => {
  it.each(files)('%s is in the one form: run claims -- format', async (name) => {
    const text = await readFile(join(folder, name), 'utf8');
    expect(formatClaims(text) === text).toBe(true);
  });

  it('orders keys, folds long texts, keeps comments and what is said', () => {
    const long = 'word '.repeat(40).trim();
    const text = `# head\n- claim: "${long}"\n  id: one # why\n- {id: two, claim: Short.}\n`;
    const formatted = formatClaims(text);
    expect(formatted.indexOf('id: one')).toBeLessThan(formatted.indexOf('claim: >-'));
    expect(formatted).toContain('# head');
    expect(formatted).toContain('# why');
    expect(formatted).toContain('\n\n- id: two\n');
    expect(parse(formatted)).toEqual(parse(text));
    expect(formatClaims(formatted)).toBe(formatted);
    for (const line of formatted.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });

  it('keeps texts that YAML would read as something else', () => {
    const text = `- id: one\n  verdict: "false"\n  claim: "yes: no"\n  unit: "12"\n  day: "2024"\n`;
    expect(parse(formatClaims(text))).toEqual(parse(text));
  });

  it('names anchors after their key, and lets no claim lean on another', () => {
    const text = [
      '- id: one',
      '  statements:',
      '    - mentions: &a1 [ship]',
      '      without: &a2 [train]',
      '    - mentions: *a1',
      '      without: *a2',
      '- id: two',
      '  statements:',
      '    - mentions: *a1',
      '    - mentions: *a1',
    ].join('\n');
    const formatted = formatClaims(text);
    expect(formatted.match(/[&*][\w-]+/g)).toEqual([
      '&mentions',
      '&without',
      '*mentions',
      '*without',
      '&mentions',
      '*mentions',
    ]);
    expect(parse(formatted)).toEqual(parse(text));
    expect(formatClaims(formatted)).toBe(formatted);
  });

  it('writes a list of few words in one line', () => {
    const many = Array.from({ length: 30 }, (_, index) => `concept-${index}`).join(', ');
    const text = `- id: one\n  "statements":\n    - event:\n        - to-sign\n      without: [${many}]\n`;
    const formatted = formatClaims(text);
    expect(formatted).toContain('  statements:\n    - event: [to-sign]\n');
    expect(formatted).toContain('      without:\n        - concept-0\n');
    expect(parse(formatted)).toEqual(parse(text));
    expect(formatClaims(formatted)).toBe(formatted);
  });

  it('says where the text is not YAML', () => {
    expect(() => formatClaims('- id: [one\n')).toThrow(/line 2|line 1/);
  });
});
