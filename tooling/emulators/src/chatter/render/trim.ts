import { invalidFilter } from '../errors.js';
import { oneOf } from '../input/parameters.js';
import { propertiesOf } from '../tables.js';
import { isJsonList, isJsonObject, type Json, type JsonObject } from './json.js';
import { bodyTypeOf } from './render.js';

const groups = ['Small', 'Medium', 'Big'] as const;
type Group = (typeof groups)[number];

/** Names of properties and the names below them; a name without any below it stands for all that it holds. */
interface Paths extends ReadonlyMap<string, Paths> {}

interface Level extends Map<string, Level> {}

/** What of an answer is wanted. */
export interface Filter {
  readonly group: Group | null;
  readonly include: Paths | null;
  readonly exclude: Paths | null;
}

/** Reads `filterGroup`, `include` and `exclude` of a query. */
export function readFilter(query: URLSearchParams): Filter {
  const group = query.get('filterGroup');
  const filter = {
    group: group === null ? null : oneOf(group, 'filterGroup', groups),
    include: readPaths(query.get('include')),
    exclude: readPaths(query.get('exclude')),
  };
  if (filter.include !== null && filter.exclude !== null) {
    throw invalidFilter('The parameters include and exclude cannot be used together.');
  }
  return filter;
}

/**
 * Takes out of an answer what is not wanted. A group of sizes decides by the type of each object; `include` adds to the group
 * and `exclude` takes from it. Alone, `include` leaves nothing else, and `exclude` everything else.
 */
export function trim(body: Json, { group, include, exclude }: Filter): Json {
  if (group === null && include === null && exclude === null) return body;
  if (exclude !== null) return without(group === null ? body : ofGroup(body, group), exclude);
  if (include === null) return group === null ? body : ofGroup(body, group);
  return only(body, include, group);
}

/** `/a|/b/c`: every path begins with a slash, and paths are separated by bars. */
function readPaths(text: string | null): Paths | null {
  if (text === null) return null;
  const root: Level = new Map();
  for (const path of text.split('|')) {
    if (!path.startsWith('/')) throw invalidFilter(`The path '${path}' must begin with a slash.`);
    let level = root;
    for (const name of path.split('/').filter((part) => part !== '')) {
      const next: Level = level.get(name) ?? new Map();
      level.set(name, next);
      level = next;
    }
  }
  return root;
}

/**
 * The members of a list are named by what XML calls them, which the guide does not say for each list; so any name is taken for
 * the member, as is a path that leaves it out.
 */
function belowMember(paths: Paths, member: Json): Paths {
  if (!isJsonObject(member)) return paths;
  const named = [...paths.keys()].every((name) => Object.hasOwn(member, name));
  if (named) return paths;
  const below = new Map<string, Paths>();
  for (const [name, inner] of paths) {
    if (Object.hasOwn(member, name)) below.set(name, inner);
    else for (const [innerName, innermost] of inner) below.set(innerName, innermost);
  }
  return below;
}

function only(value: Json, paths: Paths, group: Group | null): Json {
  if (paths.size === 0) return group === null ? value : ofGroup(value, group);
  if (isJsonList(value)) return value.map((member) => only(member, belowMember(paths, member), group));
  if (!isJsonObject(value)) return value;
  return pick(value, (name, inner) => {
    const below = paths.get(name);
    if (below !== undefined) return below.size === 0 ? inner : only(inner, below, group);
    return group !== null && isOfGroup(value, name, group) ? ofGroup(inner, group) : undefined;
  });
}

function without(value: Json, paths: Paths): Json {
  if (isJsonList(value)) return value.map((member) => without(member, belowMember(paths, member)));
  if (!isJsonObject(value)) return value;
  return pick(value, (name, inner) => {
    const below = paths.get(name);
    if (below === undefined) return inner;
    return below.size === 0 ? undefined : without(inner, below);
  });
}

function ofGroup(value: Json, group: Group): Json {
  if (isJsonList(value)) return value.map((member) => ofGroup(member, group));
  if (!isJsonObject(value)) return value;
  return pick(value, (name, inner) => (isOfGroup(value, name, group) ? ofGroup(inner, group) : undefined));
}

function isOfGroup(object: JsonObject, name: string, group: Group): boolean {
  const type = bodyTypeOf(object);
  const size = type === undefined ? 'S' : (propertiesOf(type)[name]?.group ?? 'S');
  return 'SMB'.indexOf(size) <= groups.indexOf(group);
}

/** The properties for which `choose` has a value. */
function pick(object: JsonObject, choose: (name: string, value: Json) => Json | undefined): Json {
  const picked: Record<string, Json> = {};
  for (const [name, value] of Object.entries(object)) {
    const chosen = choose(name, value);
    if (chosen !== undefined) picked[name] = chosen;
  }
  return picked;
}
