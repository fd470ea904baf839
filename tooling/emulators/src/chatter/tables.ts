import {
  bodyTypes as documentedTypes,
  type Method,
  type Property,
  resources as documentedResources,
} from '@x/chatter-data';

/** What can be done with one address by one method. */
export interface Resource {
  readonly method: Method;
  /** `/chatter/users/{userId}`, below the version. */
  readonly template: string;
  /** The first and the last version that have it. */
  readonly since: number;
  readonly until: number;
  /** Whether it exists below `/connect/communities/{communityId}`, or only there. */
  readonly community: 'never' | 'also' | 'only';
  /** Whether calls count against the hourly limit. */
  readonly requiresChatter: boolean;
  readonly parameters: readonly Property[];
}

/** In which versions an object has a property, and what it is. */
export interface BodyProperty {
  readonly since: number;
  readonly until: number;
  readonly isList: boolean;
  /** The smallest `filterGroup` that it is part of. */
  readonly group: 'S' | 'M' | 'B';
}

/** Methods that came later than their resource, of which the table only says since when it can be read. */
const laterMethods: Readonly<Record<string, number>> = {
  'PATCH /chatter/comments/{commentId}': 34,
  'PATCH /chatter/comments/{commentId}/likes': 39,
  'PATCH /chatter/feed-elements/{feedElementId}': 34,
  'PATCH /chatter/feed-elements/{feedElementId}/capabilities/chatter-likes/items': 39,
  'PATCH /connect/file-assets/{assetId}': 43,
  'PUT /connect/records/{recordId}/topics': 35,
};

/** All that the guide documents. One address may stand on several of its pages. */
export const resources: readonly Resource[] = documentedResources.flatMap((resource) =>
  resource.paths.flatMap((template) =>
    resource.methods
      .filter((method) => method !== 'HEAD')
      .map((method): Resource => ({
        method,
        template,
        since: sinceOf(resource.since, template, method),
        until: resource.until ?? Infinity,
        community: resource.community,
        requiresChatter: resource.requiresChatter,
        parameters: resource.operation(method)?.query ?? [],
      })),
  ),
);

const typesByName: ReadonlyMap<string, Readonly<Record<string, BodyProperty>>> = new Map(
  [...documentedTypes.keys()].map((name) => [
    name,
    Object.fromEntries(
      documentedProperties(name).map((property) => [property.name, toBodyProperty(property)]),
    ),
  ]),
);

/** The properties of a body type by name; an unknown type is a mistake, and throws. */
export function propertiesOf(type: string): Readonly<Record<string, BodyProperty>> {
  const properties = typesByName.get(type);
  if (properties === undefined) throw new Error(`There is no body type ${type}.`);
  return properties;
}

/** What a type inherits comes first, so that what it says itself stands. */
function documentedProperties(name: string): readonly Property[] {
  const type = documentedTypes.get(name);
  if (type === undefined) return [];
  const inherited = type.extends === undefined ? [] : documentedProperties(type.extends);
  return [...inherited, ...type.properties];
}

function toBodyProperty({ since = 0, until = Infinity, group = 'S', type }: Property): BodyProperty {
  return { since, until, group, isList: type.kind === 'list' };
}

/** The guide goes back to version 23.0, and feed elements to 31.0, whatever the age of the feed that they are in. */
function sinceOf(since: number | undefined, template: string, method: Method): number {
  const later = laterMethods[`${method} ${template}`];
  if (later !== undefined) return later;
  const first = since === undefined || since <= 23 ? 0 : since;
  return template.includes('feed-elements') ? Math.max(first, 31) : first;
}
