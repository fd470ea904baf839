import { communityPath, type Method, type Resource, resources } from '@x/chatter-data';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { featuresOff } from '../../src/chatter/index.js';
import { prefixOfPart, withChecksum } from '../../src/chatter/ids.js';
import { errorOf, startOrg, type TestOrg } from './org.js';

let org: TestOrg;
beforeAll(async () => {
  org = await startOrg({ legacy: true });
});
afterAll(() => org.close());

/** A method of a documented resource, by the name that the list has. */
interface Documented {
  readonly key: string;
  readonly resource: Resource;
  readonly template: string;
  readonly method: Method;
}

const documented: readonly Documented[] = resources.flatMap((resource) =>
  resource.paths.flatMap((template) =>
    resource.methods
      .filter((method) => method !== 'HEAD')
      .map((method) => ({ key: `${method} ${template}`, resource, template, method })),
  ),
);

/** Parts of paths that lead to something. All others lead to nothing. */
const existing: Record<string, string> = { userId: 'me', communityId: 'internal' };
const unknownId = (part: string): string => withChecksum(`${prefixOfPart[part] ?? '005'}000000000001`);

/** Calls a resource in its newest version with ids that nothing has, and all parameters that it needs. */
async function isOff({ resource, template, method }: Documented): Promise<boolean> {
  const version = Math.min(resource.until ?? 68, 68);
  const path = resource.community === 'only' ? communityPath(template) : template;
  const filled = path.replaceAll(/\{(\w+)\}/g, (_part, name: string) => existing[name] ?? unknownId(name));
  const query = new URLSearchParams();
  for (const { name, type, required, enum: values } of resource.operation(method)?.query ?? []) {
    if (required === true) query.set(name, values?.[0] ?? (type.kind === 'boolean' ? 'true' : '1'));
  }
  const answered = await org.call(method, `/services/data/v${version}.0${filled}?${query}`);
  return errorOf(answered).errorCode === 'FUNCTIONALITY_NOT_ENABLED';
}

describe('the list of what is switched off', () => {
  test('is exactly what answers so, of all that is documented', { timeout: 60_000 }, async () => {
    org.control.dailyLimit(1_000_000);
    const off = new Set<string>();
    for (const one of documented) if (await isOff(one)) off.add(one.key);
    expect([...off].toSorted()).toEqual(featuresOff);
  });

  test('names nothing that is not documented, and nothing twice', () => {
    const known = new Set(documented.map(({ key }) => key));
    expect(featuresOff.filter((key) => !known.has(key))).toEqual([]);
    expect(new Set(featuresOff).size).toBe(featuresOff.length);
  });

  test.each([
    'GET /chatter/feeds/news/{userId}/feed-elements',
    'POST /chatter/feed-elements',
    'POST /chatter/feed-elements/{feedElementId}/capabilities/comments/items',
    'GET /chatter/users/{userId}',
    'POST /chatter/groups',
    'POST /connect/batch',
    'GET /connect/organization',
  ])('does not have %s, which everybody needs', (key) => {
    expect(featuresOff).not.toContain(key);
  });
});
