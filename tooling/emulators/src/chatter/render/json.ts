/** What can be put into an answer. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** A property that not every version has. */
class DatedProperty {
  readonly first: number;
  readonly last: number;
  readonly value: Json;

  constructor(first: number, last: number, value: Json) {
    this.first = first;
    this.last = last;
    this.value = value;
  }
}

/** A property of this version and all later ones. */
export function since(first: number, value: Json): DatedProperty {
  return new DatedProperty(first, Infinity, value);
}

/** A property that came with version `first` and went after version `last`. */
export function between(first: number, last: number, value: Json): DatedProperty {
  return new DatedProperty(first, last, value);
}

/** A property that went after version `last`. */
export function until(last: number, value: Json): DatedProperty {
  return new DatedProperty(0, last, value);
}

/** The properties that an object has in a version: all that are valid for it, `null` where there is nothing to say. */
export function bodyOf(
  version: number,
  properties: Readonly<Record<string, Json | DatedProperty>>,
): Record<string, Json> {
  const body: Record<string, Json> = {};
  for (const [name, property] of Object.entries(properties)) {
    if (!(property instanceof DatedProperty)) body[name] = property;
    else if (version >= property.first && version <= property.last) body[name] = property.value;
  }
  return body;
}
