import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A web server with one empty page: somebody's page that uses a service of another origin. */
export interface PageServer {
  /** Without a slash at the end. */
  readonly origin: string;
  close(): void;
}

/** Starts it on loopback. */
export async function startPageServer(): Promise<PageServer> {
  const server = createServer((request, response) => {
    const found = request.url === '/';
    response.writeHead(found ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    response.end(found ? '<!doctype html><title>A page</title>' : '');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
