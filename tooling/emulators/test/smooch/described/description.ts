import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { resolvable, type Schema } from './schema.js';

// The descriptions that the vendor publishes lie beside the repository, where there are any.
const folder = new URL('../../../../../../shared/fixtures/smooch/openapi/', import.meta.url);

/** Whether the descriptions are at hand. */
export const isDescribed: boolean = existsSync(folder);

/** One thing that can be asked of the service. */
export interface Operation {
  /** `GET /v2/apps/{appId}` */
  readonly name: string;
  readonly method: string;
  /** With the version in it, and names in braces. */
  readonly path: string;
  /** What a JSON body is like; undefined when there is none. */
  readonly body: Schema | undefined;
  /** What the answer is like by its status, of those that are no refusal; undefined when nothing is said. */
  readonly answers: ReadonlyMap<number, Schema | undefined>;
}

export interface Description {
  readonly operations: readonly Operation[];
  /** The whole document, to which the references in it lead. */
  readonly document: Schema;
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

interface Described {
  readonly parameters?: readonly { readonly in?: string; readonly schema?: Schema }[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content & { readonly schema?: Schema }>>;
}

interface Document {
  readonly basePath?: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
}

const methods = ['get', 'post', 'put', 'patch', 'delete'];

/** Reads a description: OpenAPI 3 in YAML or Swagger 2 in JSON, which is YAML, too. Without the file nothing is described. */
export function describedBy(file: string): Description {
  if (!isDescribed) return { operations: [], document: {} };
  const document = resolvable(parse(readFileSync(new URL(file, folder), 'utf8')) as Schema) as Document &
    Schema;
  const operations = Object.entries(document.paths).flatMap(([below, item]) =>
    methods.flatMap((lower) => {
      const described = item[lower];
      if (described === undefined) return [];
      const path = (document.basePath ?? '').replace(/\/$/, '') + below;
      const method = lower.toUpperCase();
      const { parameters = [], requestBody, responses } = described;
      const body = parameters.find((parameter) => parameter.in === 'body')?.schema ?? jsonOf(requestBody);
      const answers = new Map(
        Object.entries(responses)
          .filter(([status]) => Number(status) < 400)
          .map(([status, response]) => [Number(status), response.schema ?? jsonOf(response)]),
      );
      return [{ name: `${method} ${path}`, method, path, body, answers }];
    }),
  );
  return { operations, document };
}

function jsonOf(holder: Content | undefined): Schema | undefined {
  return holder?.content?.['application/json']?.schema;
}
