import { isJsonList, isJsonObject, type Json, type JsonObject } from './render/json.js';
import { asTyped, bodyTypeOf } from './render/render.js';

/**
 * What can be wrong with an answer that is well-formed JSON, and that clients have met or must be ready to meet.
 *
 * - `circular pages`: the next page of every page is that page itself.
 * - `pages back to the start`: the next page of every page but the first is the first.
 * - `repeated elements`: a page of a feed begins with the last element of the page before.
 * - `no comments`: the `comments` of capabilities are null.
 * - `unknown segment`: every message begins with a segment of a type that nobody knows.
 * - `unknown post type`: every post has a type that nobody knows.
 * - `unknown feed type`: every feed of the directory has a type that nobody knows.
 */
export const distortions = [
  'circular pages',
  'pages back to the start',
  'repeated elements',
  'no comments',
  'unknown segment',
  'unknown post type',
  'unknown feed type',
] as const;

export type Distortion = (typeof distortions)[number];

/** What is remembered from one answer to the next. */
export interface Memory {
  lastElement: Json | undefined;
}

/** The answer, distorted; the same answer when there is nothing in it to distort. */
export function distort(answer: Json, distortion: Distortion, memory: Memory): Json {
  const change = changes[distortion];
  let hasChanged = false;
  /** From the inside out; the type of an object is known of the object as it was rendered. */
  const changed = (value: Json): Json => {
    if (isJsonList(value)) return value.map(changed);
    if (!isJsonObject(value)) return value;
    const inner: JsonObject = Object.fromEntries(
      Object.entries(value).map(([name, property]) => [name, changed(property)]),
    );
    const outer = change(inner, bodyTypeOf(value), memory);
    if (outer !== inner) hasChanged = true;
    return asTyped(outer, value);
  };
  const distorted = changed(answer);
  return hasChanged ? distorted : answer;
}

/** Changes one object of an answer, or gives it back as it is. */
type Change = (object: JsonObject, type: string | undefined, memory: Memory) => JsonObject;

const changes: Readonly<Record<Distortion, Change>> = {
  'circular pages': (object) =>
    typeof object['nextPageUrl'] === 'string'
      ? { ...object, nextPageUrl: object['currentPageUrl'] ?? null }
      : object,
  'pages back to the start'(object) {
    const { currentPageUrl, nextPageUrl = null } = object;
    if (typeof currentPageUrl !== 'string' || nextPageUrl === null) return object;
    const url = new URL(currentPageUrl, 'http://localhost');
    if (!url.searchParams.has('page')) return object;
    url.searchParams.delete('page');
    return { ...object, nextPageUrl: url.pathname + url.search };
  },
  'repeated elements'(object, type, memory) {
    const { elements = null, currentPageToken } = object;
    if (type !== 'FeedElementPage' || !isJsonList(elements)) return object;
    const repeated = currentPageToken === null ? undefined : memory.lastElement;
    memory.lastElement = elements.at(-1);
    return repeated === undefined ? object : { ...object, elements: [repeated, ...elements] };
  },
  'no comments': (object, type) =>
    type === 'FeedElementCapabilities' ? { ...object, comments: null } : object,
  'unknown segment'(object) {
    const { messageSegments = null } = object;
    if (!isJsonList(messageSegments)) return object;
    const stranger = { frequency: 440, text: '', type: 'Sound' };
    return { ...object, messageSegments: [stranger, ...messageSegments] };
  },
  'unknown post type': (object, type) => (type === 'FeedItem' ? { ...object, type: 'HologramPost' } : object),
  'unknown feed type': (object, type) =>
    type === 'FeedDirectoryItem' ? { ...object, feedType: 'Dreams' } : object,
};
