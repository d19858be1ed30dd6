import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { reactScript, renderedOnServer } from './react-page.ts';

const pages = path.join(import.meta.dirname, '../../pages');

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' };

/** Where React puts in what it renders before the page is sent. */
const serverRendered = '<!--server-rendered-->';

/** A page of which the end is never sent. */
const unfinished = 'unfinished.html';

/** A web server on this machine that answers for every host there is. */
export interface PageServer {
  port: number;
  /** The address of each request so far, secure connections that were asked for included. */
  requests: URL[];
  /** Has it serve this markup under a file name of its own. */
  serve(file: string, markup: string): void;
  close(): Promise<void>;
}

/**
 * Serves the files of tests/pages under any host name, to browsers that were told to find all hosts
 * here and to browsers that take this server for their proxy. Secure connections are refused.
 */
export async function startPageServer(port = 0): Promise<PageServer> {
  const requests: URL[] = [];
  const served = new Map<string, string>();
  const server = createServer((request, response) => {
    const address = addressOf(request);
    requests.push(address);
    void answer(address, response, served);
  });
  server.on('connect', (request, socket) => {
    requests.push(new URL(`https://${request.url}`));
    socket.on('error', () => socket.destroy());
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    serve: (file, markup) => served.set(file, markup),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Proxies are asked for whole addresses, other servers for paths. */
function addressOf(request: IncomingMessage): URL {
  return new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`);
}

async function answer(
  address: URL,
  response: ServerResponse,
  served: ReadonlyMap<string, string>,
): Promise<void> {
  const name = path.basename(address.pathname);
  const type = types[path.extname(name)];
  if (!type) {
    response.writeHead(204).end();
    return;
  }
  try {
    const content = served.get(name) ?? (await contentOf(name));
    response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8` });
    if (name === unfinished) response.write(content);
    else response.end(content);
  } catch {
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end(`There is no page ${name}`);
  }
}

/** A page whose script stands beside it under the same name is one that React owns. */
async function contentOf(name: string): Promise<string> {
  const content = await readFile(path.join(pages, name), 'utf8');
  if (name.endsWith('.js')) return reactScript(content);
  if (!content.includes(serverRendered)) return content;
  const application = await readFile(path.join(pages, name.replace('.html', '.js')), 'utf8');
  return content.replace(serverRendered, renderedOnServer(application));
}
