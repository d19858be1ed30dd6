// `npm run audit`: asks the registry what is known to be unsafe in the packages that ship. A registry that
// keeps no such list leaves the question open, and this fails: nothing was checked then.
import { collect } from './steps.ts';

interface Audit {
  metadata?: { vulnerabilities?: Record<string, number> };
  vulnerabilities?: Record<string, { severity: string; range: string }>;
  message?: string;
  error?: { summary?: string };
}

/** From here on a known fault of a package is one of ours. */
const serious = ['high', 'critical'];

async function audit(): Promise<string[]> {
  const { output } = await collect('npm', ['audit', '--omit=dev', '--json']);
  const start = output.indexOf('{');
  const end = output.lastIndexOf('}');
  const told = (start < 0 ? {} : JSON.parse(output.slice(start, end + 1))) as Audit;
  if (!told.vulnerabilities) {
    const reason = told.message ?? told.error?.summary ?? output.trim();
    throw new Error(
      `The registry did not say what is unsafe, so nothing was checked: ${reason}\nAsk one that does: npm run audit --registry https://registry.npmjs.org`,
    );
  }
  return Object.entries(told.vulnerabilities)
    .filter(([, { severity }]) => serious.includes(severity))
    .map(([name, { severity, range }]) => `${name} ${range}: ${severity}`);
}

try {
  const faults = await audit();
  for (const fault of faults) console.log(fault);
  if (faults.length === 0) console.log('Nothing serious is known of the packages that ship.');
  process.exitCode = faults.length > 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
