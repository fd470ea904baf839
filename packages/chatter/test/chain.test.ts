import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { createNode, nodeBehind, type ChainCall } from '../src/chain.js';
import { setUp } from './setup.js';

/** A chain that tells what it would send. */
function recording(): {
  node: Record<string, never> & ((...input: unknown[]) => unknown);
  sent: ChainCall[];
} {
  const sent: ChainCall[] = [];
  const node = createNode({
    send: async (call) => sent.push(call),
    follow: async () => undefined,
  }) as Record<string, never> & ((...input: unknown[]) => unknown);
  return { node, sent };
}

const pathOf = (node: unknown): string | undefined => nodeBehind(node)?.parts.join('/');

test('names are parts of the path, and an underscore in them is a hyphen', () => {
  const { node } = recording();
  expect(pathOf(node['feeds']?.['user_profile']?.['me']?.['feed_elements'])).toBe(
    'feeds/user-profile/me/feed-elements',
  );
});

test('an id goes in by index and by function, and is never altered', () => {
  const users = recording().node['users'] as unknown as Record<string, unknown> & { _(id: string): unknown };
  expect(pathOf(users['005E0000000FpoxIAC'])).toBe('users/005E0000000FpoxIAC');
  expect(pathOf(users._('005E0000000FpoxIAC'))).toBe('users/005E0000000FpoxIAC');
  expect(pathOf(users._('an_id_with_underscores'))).toBe('users/an_id_with_underscores');
  expect(pathOf(users._('a/b c?d'))).toBe('users/a%2Fb%20c%3Fd');
  expect(pathOf(users._('get'))).toBe('users/get');
});

test.each(['', '.', '..'])('%j is no id', (id) => {
  const users = recording().node['users'] as unknown as { _(id: string): unknown };
  expect(() => users._(id)).toThrow(expect.objectContaining({ kind: 'usage', service: 'chatter' }) as Error);
});

test('calling the end of a chain gets it, with a query', async () => {
  const { node, sent } = recording();
  await (node['users'] as unknown as (query: object) => Promise<unknown>)({ q: 'ann' });
  expect(sent).toMatchObject([{ method: 'GET', parts: ['users'], query: { q: 'ann' } }]);
});

test.each(['get', 'head', 'delete'])('%s takes a query', async (verb) => {
  const { node, sent } = recording();
  const users = node['users'] as unknown as Record<
    string,
    (input: object, options: object) => Promise<unknown>
  >;
  await users[verb]?.({ q: 'ann' }, { timeoutMs: 5 });
  expect(sent).toMatchObject([
    { method: verb.toUpperCase(), query: { q: 'ann' }, options: { timeoutMs: 5 } },
  ]);
  expect(sent[0]?.json).toBeUndefined();
});

test.each(['post', 'patch', 'put'])('%s takes a body, and a query beside it', async (verb) => {
  const { node, sent } = recording();
  const users = node['users'] as unknown as Record<
    string,
    (input: object, options: object) => Promise<unknown>
  >;
  await users[verb]?.({ text: 'a' }, { query: { page: 1 } });
  expect(sent).toMatchObject([{ method: verb.toUpperCase(), json: { text: 'a' }, query: { page: 1 } }]);
});

test('a chain survives whatever looks at it, and nothing of that is sent', async () => {
  const { node, sent } = recording();
  const me = node['users']?.['me'] as unknown as Record<string | symbol, unknown>;
  expect(await Promise.resolve(me)).toBe(me);
  expect(await Promise.all([me as unknown as Promise<unknown>, Promise.resolve(1)])).toEqual([me, 1]);
  expect(`at ${me as unknown as string}`).toBe('at /users/me');
  expect(JSON.stringify({ me })).toBe('{"me":"/users/me"}');
  expect(inspect(me)).toBe('/users/me');
  expect(inspect({ me }, { depth: 5 })).toContain('/users/me');
  expect({ ...me }).toEqual({});
  expect(me['then']).toBeUndefined();
  expect(me['hasAttribute']).toBeUndefined();
  expect(me['$$typeof']).toBeUndefined();
  expect(me[Symbol.iterator]).toBeUndefined();
  expect(me).toEqual(me);
  expect(typeof me['constructor']).toBe('function');
  expect(sent).toEqual([]);
});

test('two chains of the same path are two chains, and both work', async () => {
  const { emulator, chatter } = await setUp();
  const [one, other] = await Promise.all([chatter.users.me(), chatter.users.me()]);
  expect(one).toEqual(other);
  expect(emulator.control.requests.all).toHaveLength(2);
});
