import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');

/** An import, as it stands in a file. */
export interface Import {
  /** The file that imports, from the root of the project. */
  from: string;
  line: number;
  /** The file that is imported, from the root of the project; a package's name where it is none. */
  to: string;
  isPackage: boolean;
  /** Whether it brings in types alone, of which nothing is left when the program is built. */
  isType: boolean;
}

const statements =
  /^(?:import|export)\s+(?:type\s+)?[\w$*{}\s,]*?from\s*'([^']+)'|^import\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm;

/** What an HTML page or a style sheet brings in. */
const references = /(?:src|href)="(\.[^"]+)"|@import\s+['"](\.[^'"]+)['"]/g;

/** The project's own files that match these patterns, with `/` between folders. */
export function filesMatching(...patterns: string[]): string[] {
  return globSync(patterns, { cwd: root }).map((file) => file.replaceAll(path.sep, '/'));
}

/** Tests and declarations of types stand beside the files that ship. */
export function ships(file: string): boolean {
  return !/\.test\.tsx?$|\.d\.ts$/.test(file);
}

/** The imports of a file in the order in which they stand. */
export function importsOf(file: string): Import[] {
  const text = readProjectFile(file);
  const form = /\.tsx?$/.test(file) ? statements : references;
  return [...text.matchAll(form)].map((match) => {
    const named = match.slice(1).find((group) => group !== undefined) ?? '';
    const isPackage = !named.startsWith('.');
    const line = text.slice(0, match.index).split('\n').length;
    const isType = /^\w+\s+type\s/.test(match[0]);
    return { from: file, line, to: isPackage ? named : resolved(file, named), isPackage, isType };
  });
}

/** The files that one can get to from these files by following such imports, themselves included. */
export function reachableFrom(
  files: string[],
  isFollowed: (one: Import) => boolean = () => true,
): Set<string> {
  const reached = new Set<string>();
  const waiting = [...files];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file) || !existsSync(path.join(root, file))) continue;
    reached.add(file);
    if (!/\.(tsx?|css|html)$/.test(file)) continue;
    const followed = importsOf(file).filter((one) => !one.isPackage && isFollowed(one));
    waiting.push(...followed.map(({ to }) => to));
  }
  return reached;
}

/** The text of a file of the project. */
export function readProjectFile(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

/** Questions such as `?inline` say how a file is brought in, not which. */
function resolved(from: string, named: string): string {
  const [file = ''] = named.split('?');
  return path.posix.join(path.posix.dirname(from), file);
}
