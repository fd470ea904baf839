import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Packed } from '../src/consumer.ts';
import { packument, startRegistry } from '../src/registry.ts';

const manifest = { name: '@x/pie', version: '1.2.3', dependencies: { ky: '^2.0.0' } };

test('a package is told of with its one version, where it is and what it must be', () => {
  const address = 'http://127.0.0.1/pie.tgz';
  // The digest of three bytes by another program: `printf pie | openssl dgst -sha512 -binary | base64`.
  const integrity =
    'sha512-IHSwqRzaaMdUIDLpqV6B8o/Nl8BjI7u0mo5CJiCx5lYKlCLLUouvRos5LLS2YD9CJ10PWZ1a33gkGnUsMa7mlA==';
  expect(packument(manifest, Buffer.from('pie'), address)).toEqual({
    name: '@x/pie',
    'dist-tags': { latest: '1.2.3' },
    versions: { '1.2.3': { ...manifest, dist: { tarball: address, integrity } } },
  });
});

test('packages are served as npm asks for them, and nothing else is', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'registry-'));
  const tarball = join(folder, 'x-pie-1.2.3.tgz');
  await writeFile(tarball, 'pie');
  const entry = { name: '@x/pie', path: 'packages/pie', folder, manifest, entries: [] };
  const packed: Packed = { workspace: entry, tarball, files: [], folder, manifest };
  const registry = await startRegistry([packed]);
  try {
    const told = await fetch(`${registry.url}/@x%2fpie`);
    expect(told.headers.get('cache-control')).toBe('no-store');
    const { versions } = (await told.json()) as { versions: Record<string, { dist: { tarball: string } }> };
    const got = await fetch(versions['1.2.3']?.dist.tarball ?? '');
    expect(await got.text()).toBe('pie');
    const missing = await fetch(`${registry.url}/ky`);
    expect(missing.status).toBe(404);
  } finally {
    registry.close();
    await rm(folder, { recursive: true });
  }
});
