import {
  answersOfPages,
  methodsOfContexts,
  parameterTypes,
  parameterValues,
  rangesOfNames,
  requestBodiesOfPages,
} from './corrections/pages.js';
import type { Method, Operation, Property } from './model.js';
import { findName } from './names.js';
import { toProperty } from './properties.js';
import type { RawBodies, RawPage, RawParameters } from './raw.js';

const writing: readonly Method[] = ['POST', 'PATCH', 'PUT'];

/** What the lists of a page say about one method of a resource. */
export function toOperation(method: Method, methods: readonly Method[], page: RawPage): Operation {
  const asked = method === 'HEAD' ? 'GET' : method;
  const parameters = page.params.filter((list) => !isBody(list.context));
  const query = parameters
    .filter((list) => methodsOf(list.context, methods).includes(asked))
    .flatMap((list) => toProperties(list, page.title));
  const key = `${page.title} ${method}`;
  const types = requestBodiesOfPages[key] ?? namesOf(page.bodies, 'Request', asked, methods);
  const properties = bodyOf(asked, methods, page);
  const hasBody = types.length > 0 || properties.length > 0;
  return {
    method,
    query: unique(query),
    ...(hasBody && { body: { types, properties } }),
    answers:
      method === 'HEAD' ? [] : (answersOfPages[key] ?? namesOf(page.bodies, 'Response', method, methods)),
  };
}

function isBody(context: string): boolean {
  return context.startsWith('Properties') || context.startsWith('Request body');
}

/** The methods that a sentence is about. One that names none is about reading, if the resource can be read. */
function methodsOf(context: string, methods: readonly Method[]): readonly Method[] {
  const corrected = methodsOfContexts.find(([beginning]) => context.startsWith(beginning))?.[1];
  if (corrected) return corrected;
  const named = namedIn(context);
  if (named.length > 0) return named;
  return methods.includes('GET') ? ['GET'] : methods;
}

function namedIn(context: string): Method[] {
  const all: readonly Method[] = ['GET', 'HEAD', ...writing, 'DELETE'];
  return all.filter((method) => new RegExp(`\\b${method}\\b`).test(context));
}

/**
 * The properties of a JSON body. A page has a list for each method that takes one, in their order; a single list is for
 * the method whose parameters are called the same, or else for all that write.
 */
function bodyOf(method: Method, methods: readonly Method[], page: RawPage): readonly Property[] {
  const lists = page.params.filter((list) => isBody(list.context));
  const writers = methods.filter((one) => writing.includes(one));
  const index = writers.indexOf(method);
  if (index === -1) return [];
  const [only, ...others] = lists;
  if (!only) return [];
  const named = lists.filter((list) => namedIn(list.context).length > 0);
  if (named.length > 0) {
    const mine = named.find((list) => namedIn(list.context).includes(method));
    return mine ? toProperties(mine, page.title) : [];
  }
  if (others.length > 0 && writers.length > 1) {
    const mine = lists[index];
    return mine ? toProperties(mine, page.title) : [];
  }
  if (writers.length > 1 && !sameNames(only, parametersOf(page, method, methods))) return [];
  return toProperties(only, page.title);
}

function parametersOf(page: RawPage, method: Method, methods: readonly Method[]): readonly string[] {
  return page.params
    .filter((list) => !isBody(list.context) && methodsOf(list.context, methods).includes(method))
    .flatMap((list) => list.items.map((item) => item.name));
}

/** A method without parameters takes what the only list says; one with others takes those. */
function sameNames(list: RawParameters, names: readonly string[]): boolean {
  const listed = new Set(list.items.map((item) => item.name));
  return names.length === 0 || names.some((name) => listed.has(name));
}

function toProperties(list: RawParameters, page: string): Property[] {
  return list.items.flatMap((item) => {
    const names = rangesOfNames[item.name] ?? [item.name];
    const values = parameterValues[`${page}.${item.name}`];
    const notation = parameterTypes[`${page}.${item.name}`];
    return names.map((name) => toProperty({ ...item, name, ...(values && { enum: values }) }, notation));
  });
}

/** The guide lists a parameter once for each thing that can be posted; then no list can say that it is needed. */
function unique(properties: readonly Property[]): Property[] {
  const byName = new Map<string, Property>();
  for (const property of properties) {
    const known = byName.get(property.name);
    byName.set(property.name, known ? { ...known, required: false } : property);
  }
  return [...byName.values()];
}

function namesOf(
  bodies: readonly RawBodies[],
  direction: 'Request' | 'Response',
  method: Method,
  methods: readonly Method[],
): string[] {
  const titles = bodies
    .filter(([context]) => context.startsWith(direction))
    .filter(([context]) => {
      const named = namedIn(context);
      if (named.length > 0) return named.includes(method);
      return direction === 'Request'
        ? writing.includes(method)
        : method !== 'DELETE' || !methods.includes('GET');
    })
    .flatMap(([, names]) => names);
  return [...new Set(titles.flatMap((title) => toNames(title)))];
}

/** What is said in the place of a body type: that there is no body, and that a file comes with it. */
const notTypes: Readonly<Record<string, readonly string[]>> = {
  '204: Successful Delete': [],
  'Uploading Binary Files': ['FileInput'],
  // Bodies of the versions that had feed items, described nowhere.
  'Flat Feed': [],
  'Feed Item Attachment: Poll': [],
};

function toNames(title: string): readonly string[] {
  const known = notTypes[title];
  if (known) return known;
  const name = findName(title);
  if (name === undefined) throw new Error(`No body type is called ${JSON.stringify(title)}.`);
  return [name];
}
