import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
};

/** A web server for this machine alone. */
export interface FolderServer {
  /** Where it is, without a slash at the end. */
  address: string;
  close(): Promise<void>;
}

/** Serves the pages, scripts and data in some folders below `root`, each under its own name. */
export async function serveFolders(
  root: string,
  folders: readonly string[],
  port = 0,
): Promise<FolderServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const wanted = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    void answer(path.join(root, decodeURIComponent(wanted)), response);
  });

  async function answer(file: string, response: ServerResponse): Promise<void> {
    const isServed = folders.some((folder) => file.startsWith(path.join(root, folder) + path.sep));
    const type = types[path.extname(file)];
    try {
      if (!isServed || !type) throw new Error('not served');
      const content = await readFile(file);
      response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8` }).end(content);
    } catch {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('There is no such page.');
    }
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
