import { collect, type Outcome } from './steps.ts';

interface Remark {
  code: string;
  message: string;
  file?: string;
  line?: number;
}

/** Preact can set `innerHTML`, so every bundle with Preact is remarked on; we never make it do so. */
const expected = ['UNSAFE_VAR_ASSIGNMENT'];

/** Holds a built extension against the rules of Firefox's store; warnings count as faults. */
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
  const faults = [...errors, ...warnings.filter(({ code }) => !expected.includes(code))];
  for (const { code, message, file = 'manifest.json', line } of faults) {
    console.log(`${file}${line ? `:${line}` : ''}: ${message} (${code})`);
  }
  const isClean = status === 0 && faults.length === 0;
  return { passed: isClean ? 1 : 0, failed: isClean ? 0 : Math.max(faults.length, 1) };
}
