import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { addressesOf, resources } from '@x/chatter-data';
import { describe, expect, test } from 'vitest';
import { toChain } from './chains.js';
import { compile } from './compile.js';

const fixtures = new URL('../../../../shared/fixtures/chatter/', import.meta.url);

/** The addresses that a body hands out, of versions that can still be called. */
function addressesIn(value: unknown): string[] {
  if (typeof value === 'string') {
    const { version, path } =
      /^\/services\/data\/v(?<version>\d+)\.0(?<path>\/.*)$/.exec(value)?.groups ?? {};
    return path !== undefined && Number(version) >= 31 ? [path] : [];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(addressesIn) : [];
}

/** The path to a node is typed to its end: an unknown node would take any name. */
function assertNamed(chain: string, index: number): string {
  return `export const node${index} = ${chain};\nexport const named${index}: Named<typeof node${index}> = true;\n`;
}

const isNamed = 'type Named<Node> = Node extends UnknownNode ? false : true;\n';

describe.skipIf(!existsSync(fixtures))('addresses in answers', () => {
  test('are paths that the types know', async () => {
    const found = readdirSync(fixtures)
      .filter((file) => file.endsWith('.json') && !file.startsWith('request-'))
      .flatMap((file) => addressesIn(JSON.parse(readFileSync(new URL(file, fixtures), 'utf8'))));
    const addresses = [...new Set(found.map((address) => address.replace(/\?.*/, '')))]
      // Records have an address in answers, and no resource that answers it.
      .filter((address) => !/^\/chatter\/records\/\w+$/.test(address));
    expect(addresses.length).toBeGreaterThan(100);
    const chains = addresses.map(
      (address) => toChain(address) ?? `/* not documented: ${address} */ undefined`,
    );
    expect(chains.filter((chain) => chain.includes('not documented'))).toEqual([]);
    expect(await compile(isNamed + [...new Set(chains)].map(assertNamed).join(''), 'UnknownNode')).toEqual(
      [],
    );
  });
});

test('every address that the guide documents is a chain, and can be called as documented', async () => {
  const calls = resources
    .filter(({ until = Infinity }) => until > 31)
    .flatMap((resource) =>
      addressesOf(resource).flatMap((path) => resource.methods.map((method) => ({ path, method }))),
    );
  expect(calls.length).toBeGreaterThan(900);
  const program = calls.map(({ path, method }, index) => {
    const chain = toChain(path.replaceAll(/\{\w+\}/g, 'id')) ?? path;
    // Bytes are not got as JSON.
    const isBytes = method === 'GET' && /\/(?:content|rendition)$/.test(path);
    return isBytes ? '' : `export const call${index}: Function = ${chain}.${method.toLowerCase()};\n`;
  });
  expect(await compile(program.join(''))).toEqual([]);
});
