import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { collect, type Outcome } from './steps.ts';

interface Remark {
  code: string;
  message: string;
  file?: string;
  line?: number;
}

/** Each kind of warning that is explained there, under a heading of its own, is let through. */
const explanations = 'store/lint-warnings.md';

/** Holds a built extension against the rules of Firefox's store; warnings without an explanation count as faults. */
export async function lintExtension(folder: string): Promise<Outcome> {
  const options = ['lint', '--source-dir', folder, '--output', 'json'];
  const { status, output } = await collect('web-ext', options);
  const start = output.indexOf('{"count"');
  if (start < 0) {
    console.log(output.trim());
    return { passed: 0, failed: 1 };
  }
  const { errors, warnings } = JSON.parse(output.slice(start)) as {
    errors: Remark[];
    warnings: Remark[];
  };
  const explained = await explainedWarnings();
  const faults = [
    ...errors,
    ...warnings.filter(({ code }) => !explained.includes(code)),
    ...explained
      .filter((code) => !warnings.some((warning) => warning.code === code))
      .map((code) => ({ code, message: 'There is no such warning any more', file: explanations })),
  ];
  for (const { code, message, file = 'manifest.json', line } of faults as Remark[]) {
    console.log(`${file}${line ? `:${line}` : ''}: ${message} (${code})`);
  }
  const isClean = status === 0 && faults.length === 0;
  return { passed: isClean ? 1 : 0, failed: isClean ? 0 : Math.max(faults.length, 1) };
}

async function explainedWarnings(): Promise<string[]> {
  const file = path.join(import.meta.dirname, '..', explanations);
  const text = await readFile(file, 'utf8');
  return [...text.matchAll(/^## ([A-Z_]+)$/gm)].map(([, code = '']) => code);
}
