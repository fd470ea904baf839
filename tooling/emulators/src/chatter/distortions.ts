import { isJsonList, isJsonObject, type Json, type JsonObject } from './render/json.js';
import { asTyped, bodyTypeOf } from './render/render.js';

/**
 * What can be wrong with an answer that is well-formed JSON, and that clients have met or must be ready to meet.
 *
 * - `circular pages`: the next page of every page is that page itself.
 * - `repeated elements`: a page of a feed begins with the last element of the page before.
 * - `no comments`: the `comments` of capabilities are null.
 * - `unknown segment`: every message begins with a segment of a type that nobody knows.
 * - `unknown feed type`: every feed of the directory has a type that nobody knows.
 */
export type Distortion =
  | 'circular pages'
  | 'repeated elements'
  | 'no comments'
  | 'unknown segment'
  | 'unknown feed type';

export const distortions: readonly Distortion[] = [
  'circular pages',
  'repeated elements',
  'no comments',
  'unknown segment',
  'unknown feed type',
];

export interface Distortions {
  /** Distorts the answers that follow, or no more. */
  set(distortion: Distortion, on: boolean): void;
  /** The answer as it is to be sent. */
  apply(body: Json): Json;
}

/** Changes one object of an answer. */
type Change = (object: JsonObject, type: string | undefined) => JsonObject;

export function createDistortions(): Distortions {
  const active = new Set<Distortion>();
  let lastElement: Json | undefined;

  const changes: Readonly<Record<Distortion, Change>> = {
    'circular pages': (object) =>
      typeof object['nextPageUrl'] === 'string'
        ? { ...object, nextPageUrl: object['currentPageUrl'] ?? null }
        : object,
    'repeated elements'(object, type) {
      const { elements = null, currentPageToken } = object;
      if (type !== 'FeedElementPage' || !isJsonList(elements)) return object;
      const repeated = lastElement !== undefined && currentPageToken !== null ? [lastElement] : [];
      lastElement = elements.at(-1);
      return { ...object, elements: [...repeated, ...elements] };
    },
    'no comments': (object, type) =>
      type === 'FeedElementCapabilities' ? { ...object, comments: null } : object,
    'unknown segment'(object) {
      const { messageSegments = null } = object;
      if (!isJsonList(messageSegments)) return object;
      const stranger = { frequency: 440, text: '', type: 'Sound' };
      return { ...object, messageSegments: [stranger, ...messageSegments] };
    },
    'unknown feed type': (object, type) =>
      type === 'FeedDirectoryItem' ? { ...object, feedType: 'Dreams' } : object,
  };

  /** From the inside out; the type of an object is known of the object as it was rendered. */
  const changed = (value: Json): Json => {
    if (isJsonList(value)) return value.map(changed);
    if (!isJsonObject(value)) return value;
    const inner: JsonObject = Object.fromEntries(
      Object.entries(value).map(([name, property]) => [name, changed(property)]),
    );
    const type = bodyTypeOf(value);
    return asTyped(
      [...active].reduce((object, distortion) => changes[distortion](object, type), inner),
      value,
    );
  };

  return {
    set(distortion, on) {
      if (on) active.add(distortion);
      else active.delete(distortion);
    },
    apply: (body) => (active.size === 0 ? body : changed(body)),
  };
}
