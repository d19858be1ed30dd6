// Everything that is checked before a change lands, in the order of how soon it tells something.
import { styleText } from 'node:util';
import { BrowserMissing, findChromium, findFirefox } from './browsers.ts';
import { type Outcome, runCommand, runTests } from './steps.ts';
import { lintExtension } from './store-lint.ts';

interface Step {
  name: string;
  run: () => Promise<Outcome>;
}

const steps: Step[] = [
  { name: 'Types', run: checkTypes },
  { name: 'Format and style', run: () => runCommand('biome', ['check', '--error-on-warnings']) },
  { name: 'Unit tests', run: () => runTests('unit') },
  { name: 'Build for Chrome', run: () => runCommand('wxt', ['build']) },
  { name: 'Build for Firefox', run: () => runCommand('wxt', ['build', '--browser', 'firefox']) },
  { name: "Firefox store's rules", run: () => lintExtension('.output/firefox-mv3') },
  { name: 'Tests in Chromium and Firefox', run: testInBrowsers },
];

async function checkTypes(): Promise<Outcome> {
  const prepared = await runCommand('wxt', ['prepare']);
  return prepared.failed ? prepared : runCommand('tsc', []);
}

async function testInBrowsers(): Promise<Outcome> {
  await findChromium();
  await findFirefox();
  return runTests('browsers');
}

/** Takes the steps one by one up to the first that fails. */
async function verify(): Promise<Outcome> {
  const total: Outcome = { passed: 0, failed: 0 };
  for (const [index, { name, run }] of steps.entries()) {
    console.log(styleText('bold', `\n${name} …`));
    const start = performance.now();
    const { passed, failed } = await run().catch(asFailure);
    total.passed += passed;
    total.failed += failed;
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${name}: ${passed} passed, ${failed} failed in ${seconds} s`);
    if (failed > 0) {
      const left = steps.slice(index + 1).map((step) => step.name);
      console.log(`\n${styleText('red', `Stopped at "${name}".`)} The reason stands above.`);
      if (left.length > 0) console.log(`Not run: ${left.join(', ')}.`);
      break;
    }
  }
  return total;
}

function asFailure(error: unknown): Outcome {
  console.error(error instanceof BrowserMissing ? error.message : error);
  return { passed: 0, failed: 1 };
}

const { passed, failed } = await verify();
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
