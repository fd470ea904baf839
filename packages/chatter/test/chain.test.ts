import { format, inspect } from 'node:util';
import { expect, test } from 'vitest';
import { createNode, nodeBehind } from '../src/chain.js';
import { setUp } from './setup.js';

/** A node as somebody without types sees it. */
type Loose = Record<string | symbol, never> & ((...input: unknown[]) => Promise<unknown>);

interface Sent {
  readonly method: string;
  readonly path: unknown;
  readonly [option: string]: unknown;
}

/** A chain that tells what it would send. */
function recording(): { node: Loose; sent: Sent[] } {
  const sent: Sent[] = [];
  const http = {
    json: async (method: string, path: unknown, options: object) =>
      sent.push({ method, path, ...options }) as never,
    request: async () => new Response(),
  };
  const client = { http, clock: undefined, prepare: <Call>(call: Call) => call };
  return { node: createNode(client, '/services/data/v66.0/chatter') as Loose, sent };
}

const pathOf = (node: unknown): string | undefined => nodeBehind(node)?.path;

const below = (node: Loose, ...names: readonly string[]): Loose => {
  let at = node;
  for (const name of names) at = at[name] as unknown as Loose;
  return at;
};

test('names are parts of the path, and an underscore in them is a hyphen', () => {
  const { node } = recording();
  expect(pathOf(below(node, 'feeds', 'user_profile', 'me', 'feed_elements'))).toBe(
    '/services/data/v66.0/chatter/feeds/user-profile/me/feed-elements',
  );
  expect(pathOf(below(node, 'feed-elements'))).toBe('/services/data/v66.0/chatter/feed-elements');
});

test('an id goes in by index and by function, and is never altered', () => {
  const users = below(recording().node, 'users') as unknown as Record<string, unknown> & {
    _(id: string): unknown;
  };
  const root = '/services/data/v66.0/chatter/users';
  expect(pathOf(users['005E0000000FpoxIAC'])).toBe(`${root}/005E0000000FpoxIAC`);
  expect(pathOf(users._('005E0000000FpoxIAC'))).toBe(`${root}/005E0000000FpoxIAC`);
  expect(pathOf(users['a01xx0000003DHPAA2'])).toBe(`${root}/a01xx0000003DHPAA2`);
  expect(pathOf(users._('an_id_with_underscores'))).toBe(`${root}/an_id_with_underscores`);
  expect(pathOf(users._('a/b c?d'))).toBe(`${root}/a%2Fb%20c%3Fd`);
});

test.each([
  'get',
  'head',
  'post',
  'patch',
  'put',
  'delete',
  'then',
  'toJSON',
  'toString',
  'constructor',
  'prototype',
  'call',
  'apply',
  'bind',
  'name',
  'length',
  '_',
  'paginate',
])('%s is a part of the path through the function', async (word) => {
  const { node, sent } = recording();
  const topics = below(node, 'topics') as unknown as { _(part: string): Loose };
  await topics._(word)();
  expect(sent).toMatchObject([{ method: 'GET', path: `/services/data/v66.0/chatter/topics/${word}` }]);
});

test.each(['', '.', '..', '\u{D800}'])('%j is no id', (id) => {
  const users = below(recording().node, 'users') as unknown as { _(id: string): unknown };
  expect(() => users._(id)).toThrow(expect.objectContaining({ kind: 'usage', service: 'chatter' }) as Error);
});

test('calling the end of a chain gets it, with a query', async () => {
  const { node, sent } = recording();
  await below(node, 'users')({ q: 'ann' });
  expect(sent).toMatchObject([
    { method: 'GET', path: '/services/data/v66.0/chatter/users', query: { q: 'ann' } },
  ]);
});

test.each(['get', 'head', 'delete'])('%s takes a query', async (verb) => {
  const { node, sent } = recording();
  await below(node, 'users', verb)({ q: 'ann' }, { timeoutMs: 5 });
  expect(sent).toMatchObject([{ method: verb.toUpperCase(), query: { q: 'ann' }, timeoutMs: 5 }]);
  expect(sent[0]?.['json']).toBeUndefined();
});

test.each(['post', 'patch', 'put'])('%s takes a body, and a query beside it', async (verb) => {
  const { node, sent } = recording();
  await below(node, 'users', verb)({ text: 'a' }, { query: { page: 1 } });
  expect(sent).toMatchObject([{ method: verb.toUpperCase(), json: { text: 'a' }, query: { page: 1 } }]);
});

test('nothing but what can be said about a call is taken from its options', async () => {
  const { node, sent } = recording();
  await below(node, 'users')({}, { json: 'sneaked in', body: 'too' });
  expect(sent[0]).not.toHaveProperty('json');
  expect(sent[0]).not.toHaveProperty('body');
});

test('a node is no promise: awaiting it gives the node', async () => {
  const { node, sent } = recording();
  const me = below(node, 'users', 'me');
  expect(await Promise.resolve(me)).toBe(me);
  expect(await (async () => me)()).toBe(me);
  expect(me['then']).toBeUndefined();
  expect(sent).toEqual([]);
});

test('a node prints as its path, wherever it is printed', () => {
  const { node, sent } = recording();
  const me = below(node, 'users', 'me');
  expect(`at ${me as unknown as string}`).toBe('at /chatter/users/me');
  expect(String(me)).toBe('/chatter/users/me');
  expect(JSON.stringify({ me })).toBe('{"me":"/chatter/users/me"}');
  expect(inspect(me)).toBe('/chatter/users/me');
  expect(inspect({ me }, { depth: 5 })).toContain('/chatter/users/me');
  expect(format('%s and %o and %j', me, me, me)).toContain('/chatter/users/me');
  expect(format(me)).toBe('/chatter/users/me');
  expect(sent).toEqual([]);
});

test('a node survives whatever looks at it, and nothing of that is sent', () => {
  const { node, sent } = recording();
  const me = below(node, 'users', 'me');
  expect({ ...(me as object) }).toEqual({});
  expect(Object.keys(me)).toEqual([]);
  expect(me['hasAttribute']).toBeUndefined();
  expect(me['$$typeof']).toBeUndefined();
  expect(me['asymmetricMatch']).toBeUndefined();
  expect(me[Symbol.iterator]).toBeUndefined();
  expect(me[Symbol.asyncIterator]).toBeUndefined();
  expect(me[Symbol.toStringTag]).toBeUndefined();
  expect(() => [...(me as unknown as unknown[])]).toThrow(TypeError);
  expect(me).toEqual(me);
  expect([me]).toContain(me);
  expect(typeof me['constructor']).toBe('function');
  expect(Object.prototype.toString.call(me)).toBe('[object Function]');
  expect(new Map([[me, 1]]).get(me)).toBe(1);
  expect(() => structuredClone(me)).toThrow('could not be cloned');
  expect(sent).toEqual([]);
});

test('two chains of the same path are two chains, and both work', async () => {
  const { emulator, chatter } = await setUp();
  const [one, other] = await Promise.all([chatter.users.me(), chatter.users.me()]);
  expect(one).toEqual(other);
  expect(emulator.control.requests.all).toHaveLength(2);
});
