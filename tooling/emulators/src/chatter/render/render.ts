import { propertiesOf } from '../tables.js';
import type { RenderContext } from './context.js';
import type { Json, JsonObject } from './json.js';

/** Types whose properties are there only when the thing has them. Of all others every property is there. */
const sparse: ReadonlySet<string> = new Set([
  'FeedElementCapabilities',
  'CommentCapabilities',
  'UserCapabilities',
]);

/** Of which type an object of an answer is, for those that trim answers by type. */
const typeOfObject = new WeakMap<JsonObject, string>();

/** The body type of an object that `render` made. */
export function bodyTypeOf(object: JsonObject): string | undefined {
  return typeOfObject.get(object);
}

/** Makes another version of an object count as what the object was rendered as. */
export function asTyped(copy: JsonObject, original: JsonObject): JsonObject {
  const type = typeOfObject.get(original);
  if (type !== undefined) typeOfObject.set(copy, type);
  return copy;
}

/**
 * Puts a thing into words as a body type has it in the version of the request: the properties that the version has, `null` or
 * an empty list for those without a value, and nothing else. A value is JSON already, so what is inside is rendered first:
 *
 * ```ts
 * render('Like', { id: like.id, likedItem: renderReference(post, context), url, user: renderUserSummary(user, context) }, context);
 * ```
 *
 * Keys are sorted, entities encoded and properties trimmed when the answer is written. A value for a property that the type
 * has in no version is a mistake of this program, and throws.
 */
export function render(
  type: string,
  values: JsonObject,
  context: Pick<RenderContext, 'version'>,
): JsonObject {
  const properties = propertiesOf(type);
  const stranger = Object.keys(values).find((name) => !Object.hasOwn(properties, name));
  if (stranger !== undefined) throw new Error(`${type} has no property ${stranger} in any version.`);
  // The guide dates the content of the first capabilities one version later than the capabilities. A capability
  // without content would be good for nothing, so a type that is there has what its first version has.
  const first = Math.min(...Object.values(properties).map(({ since }) => since));
  const version = Math.max(context.version, first);

  const body: Record<string, Json> = {};
  for (const [name, { since, until, isList }] of Object.entries(properties)) {
    if (version < since || version > until) continue;
    const value = values[name] ?? null;
    if (value !== null) body[name] = value;
    else if (!sparse.has(type)) body[name] = isList ? [] : null;
  }
  typeOfObject.set(body, type);
  return body;
}
