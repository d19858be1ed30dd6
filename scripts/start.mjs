// `npm start`: installs what is missing, then shows Tumen at work (see demonstration.ts).
import { runInProject } from './bootstrap.mjs';

runInProject('scripts/demonstration.ts', process.argv.slice(2));
