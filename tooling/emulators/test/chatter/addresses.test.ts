import { afterAll, beforeAll, expect, test } from 'vitest';
import { at, startOrg, type TestOrg } from './org.js';

let org: TestOrg;
beforeAll(async () => {
  org = await startOrg();
});
afterAll(() => org.close());

/** Every address of a resource in an answer. */
function addressesIn(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith('/services/data/') ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(addressesIn);
}

/** The address without what it is the address of, so that one of each kind is enough. */
const kindOf = (address: string): string =>
  address.replaceAll(/(?<=[/=])\w{15}\w{3}?(?=$|[/?&])/g, '{id}').replace(/\?.*/, '');

/** Business records have an address that no version of today answers. */
const isRecord = (address: string): boolean => /\/chatter\/records\/\w+$/.test(address);

test.each([31, 36, 42, 49, 66, 68])(
  'every address in the answers of v%d.0 leads somewhere',
  async (version) => {
    const root = `/services/data/v${version}.0`;
    const waiting = [root, `${root}/chatter/feeds/news/me/feed-elements?pageSize=100`];
    const met = new Set<string>();
    const astray: string[] = [];
    for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
      const kind = kindOf(address);
      if (met.has(kind) || isRecord(address)) continue;
      met.add(kind);
      const { status, body } = await org.call('GET', address);
      const isOff = at(body, '0.errorCode') === 'FUNCTIONALITY_NOT_ENABLED';
      const isRefused = kind.includes('/pending-review');
      const isPlatform = /v\d+\.0\/(?:limits|query|recent|search|sobjects)$/.test(kind);
      if (status === 200) waiting.push(...addressesIn(body));
      else if (!isOff && !isRefused && !isPlatform) astray.push(`${status} ${address}`);
    }
    expect(astray).toEqual([]);
    expect(met.size).toBeGreaterThan(20);
  },
);
