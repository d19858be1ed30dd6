import JSZip from 'jszip';

/** A file as it stands in an archive, named by its path with `/` between folders. */
export interface ArchivedFile {
  path: string;
  content: Uint8Array;
}

/** The oldest day that zip files know. */
const date = new Date(Date.UTC(1980, 0, 1));

/**
 * A zip file of these files. The same files give the same bytes on every machine: they are sorted, all
 * bear the same day, and the packing is done in JavaScript, not by the system's libraries.
 */
export function zipOf(files: readonly ArchivedFile[]): Promise<Uint8Array> {
  const archive = new JSZip();
  for (const { path, content } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    archive.file(path, content, { date, createFolders: false });
  }
  return archive.generateAsync({
    type: 'uint8array',
    compression: 'DEFLATE',
    compressionOptions: { level: 9 },
    platform: 'DOS',
  });
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
