import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import JSZip from 'jszip';

/** A file as it stands in an archive, named by its path with `/` between folders. */
export interface ArchivedFile {
  path: string;
  content: Uint8Array;
}

/** The part of `@gfx/zopfli`, a package in CommonJS, that is used. */
interface Zopfli {
  deflateAsync(content: Uint8Array, options: { numiterations: number }): Promise<Uint8Array>;
}

/** All files in a folder and in those below it. */
export async function filesBelow(folder: string): Promise<ArchivedFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const file = path.join(entry.parentPath, entry.name);
        const inside = path.relative(folder, file).replaceAll(path.sep, '/');
        return { path: inside, content: await readFile(file) };
      }),
  );
}

/**
 * A zip file of these files. The same files give the same bytes on every machine: they are sorted, all
 * bear the same day, and the packing is done in WebAssembly, not by the system's libraries. It takes some
 * seconds, and packs into a twentieth less than is usual.
 */
export async function zipOf(files: readonly ArchivedFile[]): Promise<Uint8Array> {
  const zopfli = createRequire(import.meta.url)('@gfx/zopfli') as Zopfli;
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { path, content } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const name = Buffer.from(path, 'utf8');
    const packed = await zopfli.deflateAsync(content, { numiterations: 15 });
    const told = description(name, content, packed);
    const local = Buffer.concat([word(0x04034b50), told, name, packed]);
    const attributes = Buffer.alloc(10);
    directory.push(
      Buffer.concat([word(0x02014b50), half(20), told, attributes, word(offset), name]),
    );
    parts.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const count = half(directory.length);
  const end = [word(0x06054b50), word(0), count, count, word(listed.length), word(offset), half(0)];
  return new Uint8Array(Buffer.concat([...parts, listed, ...end]));
}

/** What a zip file tells of a file both before it and in its list of files. */
function description(name: Uint8Array, content: Uint8Array, packed: Uint8Array): Uint8Array {
  return Buffer.concat([
    // Version 2.0, names in UTF-8, deflated.
    ...[half(20), half(0x0800), half(8)],
    // Midnight of the oldest day that zip files know, the first of January 1980.
    ...[half(0), half(0x21)],
    ...[word(crc32(content)), word(packed.length), word(content.length)],
    ...[half(name.length), half(0)],
  ]);
}

/** Two bytes, the low one first. */
function half(value: number): Uint8Array {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

/** Four bytes, the lowest first. */
function word(value: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** The files in a zip file. */
export async function filesInZip(zip: Uint8Array): Promise<ArchivedFile[]> {
  const { files } = await JSZip.loadAsync(zip);
  return Promise.all(
    Object.values(files)
      .filter((entry) => !entry.dir)
      .map(async (entry) => ({ path: entry.name, content: await entry.async('uint8array') })),
  );
}
