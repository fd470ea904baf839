import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';
import type { Packed } from './consumer.js';
import type { Manifest } from './manifest.js';

/** A registry on this machine that holds a few packages, all of one scope. */
export interface Registry {
  /** Without a slash at the end. */
  readonly url: string;
  close(): void;
}

/** What a registry says of a package of which there is one version. */
export function packument(manifest: Manifest, tarball: Uint8Array, address: string): object {
  const { name, version } = manifest;
  const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
  return {
    name,
    'dist-tags': { latest: version },
    versions: { [version]: { ...manifest, dist: { tarball: address, integrity } } },
  };
}

/** Serves packed packages on loopback, the way the registry that they are made for would. */
export async function startRegistry(packages: Iterable<Packed>): Promise<Registry> {
  const answers = new Map<string, Uint8Array | (() => object)>();
  const server = createServer((request, response) => {
    const answer = answers.get(decodeURIComponent(request.url ?? ''));
    // npm would remember what it is told, and this address may soon tell something else.
    response.setHeader('cache-control', 'no-store');
    if (answer === undefined) {
      response.writeHead(404).end('{}');
    } else if (typeof answer === 'function') {
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer()));
    } else {
      response.setHeader('content-type', 'application/octet-stream').end(answer);
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  for (const { manifest, tarball } of packages) {
    const bytes = await readFile(tarball);
    const path = `/${manifest.name}/-/${basename(tarball)}`;
    answers.set(path, bytes);
    answers.set(`/${manifest.name}`, () => packument(manifest, bytes, url + path));
  }
  return {
    url,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
