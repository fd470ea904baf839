import { describe, expect, test } from 'vitest';
import { createSmooch, type SmoochSettings } from '../src/index.js';
import { described, type Operation } from './described.js';
import { samples, undescribed, type Sample } from './v1-operations.js';

/** A request as it was made. */
interface Sent {
  readonly method: string;
  /** Decoded. */
  readonly path: string;
  readonly query: readonly string[];
  readonly form: readonly string[];
  readonly body: readonly string[];
}

const lists = [
  'apps',
  'channels',
  'deployments',
  'integrations',
  'keys',
  'messages',
  'messageTemplates',
  'serviceAccounts',
  'templates',
  'webhooks',
];

/** What a call sends, over a network that says yes to all. */
async function sentBy(sample: Sample, settings: SmoochSettings): Promise<readonly Sent[]> {
  const sent: Sent[] = [];
  const smooch = createSmooch({
    credential: 'a token',
    appId: '{appId}',
    ...settings,
    async fetch(address, { method = 'GET', body, headers = {} } = {}) {
      const url = new URL(address);
      sent.push({
        method,
        path: decodeURIComponent(url.pathname),
        query: [...url.searchParams.keys()],
        form: await fieldsOf(body, headers),
        body: typeof body === 'string' ? Object.keys(JSON.parse(body) as object) : [],
      });
      return Response.json(Object.fromEntries(lists.map((name) => [name, []])));
    },
  });
  await sample(smooch);
  return sent;
}

/** The fields of a form; none of any other body. */
async function fieldsOf(body: RequestInit['body'], headers: RequestInit['headers'] & {}): Promise<string[]> {
  const request = new Response(body ?? null, { headers });
  const isForm = request.headers.get('content-type')?.startsWith('multipart/form-data') === true;
  return isForm ? [...(await request.formData()).keys()] : [];
}

async function allSentBy(found: Sample | readonly Sample[] | undefined, settings: SmoochSettings) {
  const list = typeof found === 'function' ? [found] : (found ?? []);
  return (await Promise.all(list.map(async (sample) => sentBy(sample, settings)))).flat();
}

const keyOf = ({ method, path }: Operation): string => `${method} ${path.replace(/^\/v[\d.]+/, '')}`;
const sorted = (names: Iterable<string>): string[] => [...new Set(names)].toSorted();

/** What v1 takes and v1.1 no longer does, by operation. */
const gone: Readonly<Record<string, readonly string[]>> = {
  'POST /apps/{appId}/appusers': ['credentialRequired'],
  'POST /apps/{appId}/appusers/{userId}/channels': ['skipConfirmation'],
};

describe.each([
  ['v1.1', 'smooch-v1.1-5.34.swagger.json', 74],
  ['v1', 'smooch-v1-2.7.swagger.json', 43],
] as const)('of the descriptions of %s', (version, file, count) => {
  const operations = described(file);

  test.skipIf(operations.length === 0)(`there are ${count} operations, and each has a method here`, () => {
    expect(operations).toHaveLength(count);
    expect(operations.map(keyOf).filter((key) => samples[key] === undefined)).toEqual([]);
  });

  test
    .skipIf(operations.length === 0)
    .each(operations.map((operation) => [keyOf(operation), operation] as const))(
    '%s is sent as it is described',
    async (key, operation) => {
      const sent = await allSentBy(samples[key], { version });
      expect(sent.length).toBeGreaterThan(0);
      for (const { method, path } of sent) {
        // The description of v1.1 has notifications below v1; the service's own library sends them to v1.1.
        const expected = operation.path.replace('/v1/', `/${version}/`);
        expect([method, path]).toEqual([operation.method, expected]);
      }
      // Taken together, the samples have all that there is. v1 takes less than v1.1, which they are of.
      const here = (names: readonly string[], all: ReadonlySet<string>): readonly string[] =>
        sorted(version === 'v1' ? names.filter((name) => all.has(name)) : names);
      const bodies = sent.flatMap(({ body }) => body);
      expect(here([...bodies, ...(version === 'v1' ? (gone[key] ?? []) : [])], operation.body)).toEqual(
        sorted(operation.body),
      );
      const queries = sent.flatMap(({ query }) => query);
      expect(here(queries, operation.query)).toEqual(sorted(operation.query));
      expect(sorted(sent.flatMap(({ form }) => form))).toEqual(sorted(operation.form));
      for (const { body, query, form } of sent) {
        expect([...body, ...query, ...form]).toEqual(expect.arrayContaining([...operation.required]));
      }
    },
  );
});

test('every method is described, or is one that is known to be described nowhere', () => {
  const operations = described('smooch-v1.1-5.34.swagger.json');
  if (operations.length === 0) return;
  const keys = new Set(operations.map(keyOf));
  expect(Object.keys(samples).filter((key) => !keys.has(key))).toEqual([]);
});

test.each(Object.entries(undescribed))(
  '%s is sent as the service’s own library does',
  async (key, sample) => {
    const [{ method, path, query, body } = expect.fail('nothing was sent')] = await sentBy(sample, {});
    const input = query.length > 0 ? ` ?${query.join(',')}` : body.length > 0 ? ` {${body.join(',')}}` : '';
    expect(`${method} ${path.replace('/v1.1', '')}${input}`).toBe(key);
  },
);

test('a key of an app needs no app in the path, and what belongs to the account has none', async () => {
  const pathOf = async (key: string): Promise<string | undefined> =>
    (await allSentBy(samples[key], { appId: undefined }))[0]?.path;
  expect(await pathOf('GET /apps/{appId}/webhooks')).toBe('/v1.1/webhooks');
  expect(await pathOf('GET /apps/{appId}/appusers/{userId}')).toBe('/v1.1/appusers/{userId}');
  expect(await pathOf('GET /whatsapp/deployments')).toBe('/v1.1/whatsapp/deployments');
  expect(await pathOf('GET /apps/{appId}/keys')).toBe('/v1.1/apps/{appId}/keys');
  await expect(pathOf('POST /apps/{appId}/notifications')).rejects.toMatchObject({
    kind: 'usage',
    code: 'INVALID_OPTION',
  });
});

test('a key of the account reaches what belongs to it without an app, and nothing else', async () => {
  const pathOf = async (key: string, settings: SmoochSettings): Promise<string | undefined> =>
    (await allSentBy(samples[key], settings))[0]?.path;
  const noApp: SmoochSettings = { scope: 'account', appId: undefined };
  expect(await pathOf('GET /serviceaccounts', noApp)).toBe('/v1.1/serviceaccounts');
  expect(await pathOf('GET /apps/{appId}', noApp)).toBe('/v1.1/apps/{appId}');
  await expect(pathOf('GET /apps/{appId}/webhooks', noApp)).rejects.toMatchObject({
    kind: 'usage',
    code: 'INVALID_OPTION',
    message: expect.stringContaining('appId') as unknown,
  });
});
