import { existsSync, readFileSync } from 'node:fs';

/** An operation as a description of the service has it. */
export interface Operation {
  readonly method: string;
  /** With the version in it. */
  readonly path: string;
  readonly query: ReadonlySet<string>;
  /** The parts of a form. */
  readonly form: ReadonlySet<string>;
  /** The keys of a JSON body. */
  readonly body: ReadonlySet<string>;
  readonly required: ReadonlySet<string>;
}

interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly allOf?: readonly Schema[];
}

interface Parameter {
  readonly name: string;
  readonly in: 'body' | 'formData' | 'header' | 'path' | 'query';
  readonly required?: boolean;
  readonly schema?: Schema;
  readonly $ref?: string;
}

interface Swagger {
  readonly basePath?: string;
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly parameters?: readonly Parameter[] }>>>
  >;
  readonly definitions: Readonly<Record<string, Schema>>;
  readonly parameters?: Readonly<Record<string, Parameter>>;
}

/** Every operation of a description; none when it is not there. */
export function described(file: string): readonly Operation[] {
  const url = new URL(`../../../../shared/fixtures/smooch/openapi/${file}`, import.meta.url);
  if (!existsSync(url)) return [];
  const swagger = JSON.parse(readFileSync(url, 'utf8')) as Swagger;

  const nameOf = (reference: string): string => reference.replace(/.*\//, '');
  function schemaOf(schema: Schema | undefined): { keys: string[]; required: string[] } {
    if (schema === undefined) return { keys: [], required: [] };
    if (schema.$ref !== undefined) return schemaOf(swagger.definitions[nameOf(schema.$ref)]);
    const parts = (schema.allOf ?? []).map(schemaOf);
    return {
      keys: [...Object.keys(schema.properties ?? {}), ...parts.flatMap(({ keys }) => keys)],
      required: [...(schema.required ?? []), ...parts.flatMap(({ required }) => required)],
    };
  }

  return Object.entries(swagger.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([method]) => /^(get|post|put|delete)$/.test(method))
      .map(([method, { parameters = [] }]) => {
        const all = parameters.map((each) =>
          each.$ref === undefined ? each : (swagger.parameters?.[nameOf(each.$ref)] ?? each),
        );
        const names = (place: Parameter['in']): string[] =>
          all.filter((each) => each.in === place).map(({ name }) => name);
        const body = schemaOf(all.find((each) => each.in === 'body')?.schema);
        return {
          method: method.toUpperCase(),
          path: `${swagger.basePath ?? ''}${path}`,
          query: new Set(names('query')),
          form: new Set(names('formData')),
          body: new Set(body.keys),
          required: new Set([
            ...body.required,
            ...all
              .filter((each) => each.required === true && each.in !== 'path' && each.in !== 'body')
              .map(({ name }) => name),
          ]),
        };
      }),
  );
}
