// `npm run example:page`: serves the page of examples/annotated-page, until Ctrl-C is pressed.
import path from 'node:path';
import { buildEngine } from './build-engine.ts';
import { serveFolders } from './folder-server.ts';

try {
  await buildEngine();
  const root = path.dirname(import.meta.dirname);
  const { address } = await serveFolders(root, ['examples', 'dist'], 8474);
  console.log(`Open ${address}/examples/annotated-page/ in a browser. Ctrl-C ends.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
