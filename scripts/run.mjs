// `node scripts/run.mjs FILE ARGUMENTS…` runs a file of the project under the project's own Node.
import { runInProject } from './bootstrap.mjs';

const [file, ...fileArguments] = process.argv.slice(2);
runInProject(file, fileArguments);
