import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

const file = new URL(
  '../../../../shared/fixtures/smooch/openapi/sunshine-conversations-v2-17.12.1.openapi.yaml',
  import.meta.url,
);

/** Whether the service's own description is at hand. */
export const isDescribed: boolean = existsSync(file);

/** What a schema may say. */
interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly discriminator?: { readonly mapping?: Readonly<Record<string, string>> };
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly additionalProperties?: unknown;
}

interface Parameter extends Schema {
  readonly name?: string;
  readonly in?: string;
  readonly schema?: Schema;
}

interface Described {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Schema & {
    readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
  };
}

/** One thing that can be asked of the service. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  /** With names in braces. */
  readonly path: string;
  /** As they are written: `page[after]`. */
  readonly query: readonly string[];
  readonly body: Schema | undefined;
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

type PathItem = { readonly [Method in (typeof methods)[number]]?: Described } & {
  /** Of all of its methods. */
  readonly parameters?: readonly Parameter[];
};

interface Document {
  readonly paths: Readonly<Record<string, PathItem>>;
}

const document = (isDescribed ? parse(readFileSync(file, 'utf8')) : { paths: {} }) as Document;

function resolve<Node extends Schema>(node: Node): Node {
  if (node.$ref === undefined) return node;
  const names = node.$ref.slice(2).split('/');
  return resolve(names.reduce<unknown>((inner, name) => Object(inner)[name], document) as Node);
}

/** The schemas that may hold for one value: all that are combined in it. */
function parts(schema: Schema, seen: ReadonlySet<Schema> = new Set()): readonly Schema[] {
  const plain = resolve(schema);
  if (seen.has(plain)) return [];
  const inner = [
    ...(plain.allOf ?? []),
    ...(plain.oneOf ?? []),
    ...(plain.anyOf ?? []),
    ...Object.values(plain.discriminator?.mapping ?? {}).map(($ref) => ({ $ref })),
  ];
  return [plain, ...inner.flatMap((each) => parts(each, new Set([...seen, plain])))];
}

/** The keys of a body that no schema knows, and those that are needed and not there. */
export function complaintsOf(schema: Schema, body: unknown, place = ''): string[] {
  if (Array.isArray(body)) {
    const items = parts(schema).flatMap((part) => part.items ?? []);
    return body.flatMap((each, index) => complaintsOf({ anyOf: items }, each, `${place}[${index}]`));
  }
  if (typeof body !== 'object' || body === null || body instanceof Blob) return [];
  const all = parts(schema);
  const isOpen = !all.some(({ properties }) => properties !== undefined);
  const needed = [resolve(schema), ...(resolve(schema).allOf ?? []).map((each) => resolve(each))].flatMap(
    ({ required = [] }) => required,
  );
  return [
    ...needed.filter((name) => !(name in body)).map((name) => `${place}.${name} is missing`),
    ...Object.entries(body).flatMap(([name, value]) => {
      const known = all.flatMap(({ properties }) => properties?.[name] ?? []);
      if (known.length > 0) return complaintsOf({ anyOf: known }, value, `${place}.${name}`);
      return isOpen ? [] : [`${place}.${name} is unknown`];
    }),
  ];
}

function queryOf(parameter: Parameter): string[] {
  const { name = '', in: where, schema = {} } = resolve(parameter);
  if (where !== 'query') return [];
  const { properties } = resolve(schema);
  return properties ? Object.keys(properties).map((key) => `${name}[${key}]`) : [name];
}

/** All that v2 describes. */
export const operations: readonly Operation[] = Object.entries(document.paths).flatMap(([path, item]) =>
  methods.flatMap((method) => {
    const described = item[method];
    if (described === undefined) return [];
    const { operationId: id, parameters = [], requestBody } = described;
    const content = requestBody && Object.values(resolve(requestBody).content ?? {})[0];
    const query = [...parameters, ...(item.parameters ?? [])].flatMap((each) => queryOf(each));
    return [{ id, path, method: method.toUpperCase(), query, body: content?.schema }];
  }),
);

/** The operation that a request asks for. */
export function operationOf(method: string, path: string): Operation | undefined {
  const fits = (template: string): boolean => {
    const segments = template.split('/');
    const given = path.split('/');
    return (
      segments.length === given.length &&
      segments.every((segment, index) => segment.startsWith('{') || segment === given[index])
    );
  };
  const found = operations.filter((each) => each.method === method && fits(each.path));
  // A name goes before a place for an id.
  return found.toSorted((one, other) => one.path.split('{').length - other.path.split('{').length)[0];
}
