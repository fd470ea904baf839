import { addedBodyTypes, addedProperties, misspeltProperties } from './corrections/additions.js';
import { neededProperties, propertyTypes, unionMembers } from './corrections/types.js';
import type { BodyType } from './model.js';
import { toProperty } from './properties.js';
import { rawBodyTypes, type RawBodyType, type RawProperty } from './raw.js';

/** Where the guide could not be read, its tables carry a remark in the place of a name, or a placeholder. */
const aName = /^[a-z]\w*$/;

function toBodyType(name: string, raw: RawBodyType): BodyType {
  const properties = [...raw.props, ...(addedProperties[name] ?? [])]
    .filter((property) => aName.test(property.name))
    .map((property) => spelt(name, property))
    .map((property) => {
      const isNeeded = neededProperties[name]?.includes(property.name);
      return toProperty(property, propertyTypes[`${name}.${property.name}`], isNeeded);
    });
  const parent = raw.extends ?? undefined;
  const known = parent !== undefined && parent in rawBodyTypes;
  return { name, title: raw.title, properties, ...(known && { extends: parent }) };
}

/** The property under the name that answers have for it. */
function spelt(type: string, property: RawProperty): RawProperty {
  const name = misspeltProperties[`${type}.${property.name}`];
  return name === undefined ? property : { ...property, name };
}

/** All body types by name. */
export const bodyTypes: ReadonlyMap<string, BodyType> = new Map(
  Object.entries({ ...rawBodyTypes, ...addedBodyTypes }).map(([name, raw]) => [name, toBodyType(name, raw)]),
);

/** Names that stand for one of several body types, such as `MessageSegment`. */
export const unions: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(unionMembers));
