import { zipSync } from 'fflate';

/** A file as it stands in an archive, named by its path with `/` between folders. */
export interface ArchivedFile {
  path: string;
  content: Uint8Array;
}

/**
 * A zip file of these files. The same files give the same bytes on every machine: they are sorted, all
 * bear the oldest day that zip files know, and the packing is done in JavaScript, not by the system.
 */
export function zipOf(files: readonly ArchivedFile[]): Uint8Array {
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const entries = Object.fromEntries(sorted.map(({ path, content }) => [path, content]));
  // By the clock of this machine, since fflate writes local time.
  return zipSync(entries, { level: 9, mtime: new Date(1980, 0, 1), os: 0, attrs: 0 });
}
