// `npm test`: installs what is missing, then checks everything (see verification.ts).
import { runInProject } from './bootstrap.mjs';

runInProject('scripts/verification.ts', process.argv.slice(2), () => {
  console.log('\n0 passed, 1 failed');
});
