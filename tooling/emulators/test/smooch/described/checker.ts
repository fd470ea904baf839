import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import type { Description } from './description.js';
import type { Schema } from './schema.js';

export interface Checker {
  /** In what a value is not as the schema says, each with the place of it. */
  readonly complaints: (schema: Schema, value: unknown) => string[];
  /** The places in a value of which the schema says nothing. */
  readonly strangers: (schema: Schema, value: unknown) => string[];
}

/** Holds values against the schemas of a description. */
export function checkerOf({ document }: Description): Checker {
  // Descriptions hold words of their own everywhere, and formats that nobody else knows.
  const ajv = new Ajv({ strict: false, allErrors: true, formats: { dateTime: true } });
  formats.default(ajv);
  const name = 'https://described.example/api.json';
  ajv.addSchema({ ...document, $id: name });

  const resolve = (schema: Schema): Schema => {
    if (schema.$ref === undefined) return schema;
    const steps = schema.$ref.slice(2).split('/');
    return resolve(
      steps.reduce<unknown>((inner, step) => Reflect.get(Object(inner), step), document) as Schema,
    );
  };

  /** All that may hold for one value. */
  const parts = (schema: Schema, seen: ReadonlySet<Schema> = new Set()): readonly Schema[] => {
    const plain = resolve(schema);
    if (seen.has(plain)) return [];
    const { allOf = [], anyOf = [] } = plain;
    const inner = [...allOf, ...anyOf];
    return [plain, ...inner.flatMap((each) => parts(each, new Set([...seen, plain])))];
  };

  const strangers = (schema: Schema, value: unknown, place = ''): string[] => {
    const all = parts(schema);
    if (Array.isArray(value)) {
      const items = { anyOf: all.flatMap((part) => part.items ?? []) };
      return value.flatMap((item) => strangers(items, item, `${place}[]`));
    }
    if (typeof value !== 'object' || value === null) return [];
    if (!all.some(({ properties = {} }) => Object.keys(properties).length > 0)) return [];
    return Object.entries(value).flatMap(([key, inner]) => {
      const known = all.flatMap(({ properties }) => properties?.[key] ?? []);
      return known.length === 0 ? [`${place}.${key}`] : strangers({ anyOf: known }, inner, `${place}.${key}`);
    });
  };

  return {
    complaints(schema, value) {
      const check = ajv.compile(absolute(schema, name));
      return check(value)
        ? []
        : (check.errors ?? []).map(({ instancePath, message = '' }) => `${instancePath} ${message}`);
    },
    strangers: (schema, value) => [...new Set(strangers(schema, value))],
  };
}

/** References of a part of the document lead into the document. */
function absolute(value: unknown, name: string): Schema {
  return JSON.parse(JSON.stringify(value), (key, inner: unknown) =>
    key === '$ref' && typeof inner === 'string' && inner.startsWith('#') ? name + inner : inner,
  ) as Schema;
}
