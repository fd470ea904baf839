/** As much of JSON Schema, and of what OpenAPI makes of it, as is looked at here. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly nullable?: boolean;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly discriminator?: {
    readonly propertyName: string;
    readonly mapping?: Readonly<Record<string, string>>;
  };
  readonly additionalProperties?: unknown;
}

/** Where a schema lies beside its plain form, which knows nothing of those that build on it. */
const plainly = '--plain';

/**
 * Turns a document of OpenAPI into plain JSON Schema: null is a type, what is never shown is never needed, and where a property
 * tells which of several schemas holds, it decides.
 */
export function resolvable(document: Schema): Schema {
  const parents = new Set<string>();
  findParents(document, '#', parents);
  return converted(document, '#', parents, false) as Schema;
}

/** The schemas that others build on and that lead to them again. */
function findParents(value: unknown, place: string, found: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  const { discriminator, oneOf } = value as Schema;
  if (typeof discriminator === 'object' && oneOf === undefined) found.add(place);
  for (const [key, inner] of Object.entries(value)) findParents(inner, `${place}/${key}`, found);
}

function converted(value: unknown, place: string, parents: ReadonlySet<string>, isPlain: boolean): unknown {
  if (Array.isArray(value)) {
    return value.map((item, index) => converted(item, `${place}/${index}`, parents, false));
  }
  if (typeof value !== 'object' || value === null) return value;
  const result: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    const below = `${place}/${key}`;
    result[key] = converted(inner, below, parents, false);
    if (parents.has(below)) result[key + plainly] = converted(inner, below, parents, true);
  }
  const schema = value as Schema;
  if (typeof schema.$ref === 'string') {
    // In a list of what holds together, a parent is what is built on and not another choice.
    const isBuiltOn = /\/allOf\/\d+$/.test(place) && parents.has(schema.$ref);
    return { $ref: schema.$ref + (isBuiltOn ? plainly : '') };
  }
  delete result['nullable'];
  if (schema.nullable === true) withNull(schema, result);
  if (Array.isArray(schema.required)) {
    result['required'] = schema.required.filter((name) => schema.properties?.[name]?.writeOnly !== true);
  }
  if (typeof schema.discriminator === 'object') {
    delete result['discriminator'];
    delete result['oneOf'];
    if (!isPlain) result['allOf'] = chosenBy(schema);
  } else if (Array.isArray(schema.oneOf)) {
    // Their parts are optional one and all, so that what fits one fits the others.
    result['anyOf'] = result['oneOf'];
    delete result['oneOf'];
  }
  return result;
}

function withNull(schema: Schema, result: Record<string, unknown>): void {
  if (typeof schema.type === 'string') result['type'] = [schema.type, 'null'];
  if (schema.enum !== undefined) result['enum'] = [...schema.enum, null];
}

/** The schema that holds is the one that the property names; of other names nothing is known. */
function chosenBy({ discriminator, oneOf, allOf = [] }: Schema): unknown[] {
  const choices =
    discriminator?.mapping ??
    Object.fromEntries((oneOf ?? []).map(({ $ref = '' }) => [$ref.split('/').at(-1) ?? '', $ref]));
  const property = discriminator?.propertyName ?? 'type';
  return [
    ...allOf,
    oneOf === undefined
      ? { required: [property] }
      : { required: [property], properties: { [property]: { enum: Object.keys(choices) } } },
    ...Object.entries(choices).map(([name, $ref]) => ({
      anyOf: [{ not: { properties: { [property]: { const: name } }, required: [property] } }, { $ref }],
    })),
  ];
}
