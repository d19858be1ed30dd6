// `npm run licences`: the licence of every package, those in the extension first.
import { dependencies, faultsOf } from './dependencies.ts';

const all = dependencies();
const bundled = all.filter(({ isBundled }) => isBundled);
const tools = all.filter(({ isBundled }) => !isBundled);

console.log('In the extension:');
for (const { name, version, licence } of bundled) console.log(`  ${name} ${version}: ${licence}`);

console.log('\nTools, of which nothing is passed on:');
const byLicence = Map.groupBy(tools, ({ licence }) => licence);
for (const [licence, packages] of [...byLicence].sort(([, a], [, b]) => b.length - a.length)) {
  const names = packages.length > 12 ? '' : `: ${packages.map(({ name }) => name).join(', ')}`;
  console.log(`  ${licence}, ${packages.length}${names}`);
}

const faults = all.flatMap(faultsOf);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
