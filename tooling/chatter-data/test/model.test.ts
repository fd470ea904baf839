import { expect, test } from 'vitest';
import { addedBodyTypes } from '../src/corrections/additions.js';
import { typeNotations } from '../src/corrections/types.js';
import {
  bodyTypes,
  errorCodes,
  pathShape,
  resources,
  unions,
  type Method,
  type Operation,
  type Property,
  type TypeExpression,
} from '../src/index.js';
import { rawBodyTypes, rawPages } from '../src/raw.js';

const operations: readonly Operation[] = resources.flatMap((resource) =>
  resource.methods.flatMap((method) => resource.operation(method) ?? []),
);

const properties: readonly Property[] = [
  ...[...bodyTypes.values()].flatMap((type) => type.properties),
  ...operations.flatMap((operation) => [...operation.query, ...(operation.body?.properties ?? [])]),
];

function namesIn(type: TypeExpression): string[] {
  if (type.kind === 'named') return [type.name];
  if (type.kind === 'one of') return type.types.flatMap(namesIn);
  return type.kind === 'list' || type.kind === 'map' ? namesIn(type.of) : [];
}

function resourceAt(path: string, method: Method): Operation | undefined {
  return resources.find((one) => one.paths.includes(path) && one.methods.includes(method))?.operation(method);
}

test('the guide has 269 pages of resources, 349 body types and 205 error codes', () => {
  expect(rawPages).toHaveLength(269);
  expect(Object.keys(rawBodyTypes)).toHaveLength(349);
  expect(errorCodes).toHaveLength(205);
  expect(bodyTypes.size).toBe(349 + Object.keys(addedBodyTypes).length);
});

test('every page describes a resource, except a note on one of another page', () => {
  const described = new Set(resources.map((resource) => resource.page));
  expect(rawPages.map((page) => page.title).filter((title) => !described.has(title))).toEqual([
    'Pinned / is-modified note',
  ]);
});

test('every path is a template of lower-case parts and names in braces', () => {
  for (const path of resources.flatMap((resource) => resource.paths)) {
    expect(path).toMatch(/^\/(?:chatter|connect)(?:\/(?:[a-z][a-z-]*|\{[a-z]\w*\}))*$/);
  }
});

test('what is asked of an address by a method is described once, but for recommendations', () => {
  const keys = resources.flatMap((resource) =>
    resource.paths.flatMap((path) => resource.methods.map((method) => `${method} ${pathShape(path)}`)),
  );
  const twice = keys.filter((key, index) => keys.indexOf(key) !== index);
  expect(new Set(twice)).toEqual(
    new Set([
      'GET /chatter/users/{}/recommendations/{}/{}',
      'DELETE /chatter/users/{}/recommendations/{}/{}',
    ]),
  );
});

test('every name of a type is a body type or a union of body types', () => {
  const names = new Set([
    ...properties.flatMap((property) => namesIn(property.type)),
    ...operations.flatMap((operation) => operation.answers),
    ...operations.flatMap((operation) => operation.body?.types ?? []),
    ...[...unions.values()].flat(),
    ...[...bodyTypes.values()].flatMap((type) => type.extends ?? []),
  ]);
  expect(names.size).toBeGreaterThan(300);
  expect([...names].filter((name) => !bodyTypes.has(name) && !unions.has(name))).toEqual([]);
});

test('no correction of a type is left over', () => {
  const said = new Set([
    ...Object.values(rawBodyTypes).flatMap((type) => type.props.map((property) => property.type)),
    ...rawPages.flatMap((page) => page.params.flatMap((list) => list.items.map((item) => item.type))),
  ]);
  expect(Object.keys(typeNotations).filter((notation) => !said.has(notation))).toEqual([]);
});

test('ranges are ranges, and defaults are of their type', () => {
  const kinds = { integer: 'number', boolean: 'boolean', string: 'string' };
  const preset = properties.filter((property) => property.default !== undefined);
  expect(preset.length).toBeGreaterThan(100);
  for (const { type, default: value } of preset) {
    expect(kinds).toHaveProperty([type.kind], typeof value);
  }
  for (const { min = 0, max = Infinity } of properties) expect(min).toBeLessThanOrEqual(max);
});

test('a feed and its elements are two resources of one page', () => {
  expect(resourceAt('/chatter/feeds/news/{userId}', 'GET')?.answers).toEqual(['Feed']);
  const elements = resourceAt('/chatter/feeds/news/{userId}/feed-elements', 'GET');
  expect(elements?.answers).toEqual(['FeedElementPage']);
  expect(elements?.query.find((parameter) => parameter.name === 'pageSize')).toEqual({
    name: 'pageSize',
    type: { kind: 'integer' },
    required: false,
    since: 31,
    default: 25,
    min: 1,
    max: 100,
  });
});

test('a method has its own body, and its own answer', () => {
  const topics = '/connect/records/{recordId}/topics';
  expect(resourceAt(topics, 'POST')?.body?.properties.map((property) => property.name)).toEqual([
    'topicId',
    'topicName',
  ]);
  expect(resourceAt(topics, 'PUT')?.body?.properties.map((property) => property.name)).toEqual([
    'topicNames',
    'topicSuggestions',
  ]);
  expect(resourceAt(topics, 'POST')?.answers).toEqual(['Topic']);
  expect(resourceAt(topics, 'DELETE')?.answers).toEqual([]);
});

test('what exists only in a community says so', () => {
  const of = (path: string) => resources.find((resource) => resource.paths.includes(path))?.community;
  expect(of('/chatter/feeds/home')).toBe('only');
  expect(of('/chatter/feeds/news/{userId}')).toBe('also');
  expect(of('/chatter/feeds/company')).toBe('never');
  expect(of('/connect/communities/{communityId}/managed-topics')).toBe('never');
});

test('captures correct the guide: a number of votes, a token that is 0', () => {
  const typeOf = (name: string, property: string) =>
    bodyTypes.get(name)?.properties.find((one) => one.name === property)?.type;
  expect(typeOf('PollCapability', 'totalVoteCount')).toEqual({ kind: 'integer' });
  expect(typeOf('LikePage', 'currentPageToken')).toEqual({ kind: 'integer' });
  expect(typeOf('FeedElementPage', 'nextPageToken')).toEqual({ kind: 'string' });
});
