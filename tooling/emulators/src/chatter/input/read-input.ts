import { bodyUnreadable, jsonUnreadable, mediaTypeUnsupported, multipartInvalid } from '../errors.js';

/** What a request says beside its path. */
export interface Input {
  readonly query: URLSearchParams;
  /** The JSON body; undefined when there is none. With one, parameters do not count. */
  readonly json: unknown;
  /** Query and form together. */
  readonly parameters: URLSearchParams;
}

/** Names of the part of a multipart body that is the JSON body. The second is for browsers, which cannot give a part a type. */
const jsonParts: ReadonlySet<string> = new Set(['json', 'feedElement']);

/** Reads a request in any of the three forms that the service takes. */
export async function readInput(request: Request): Promise<Input> {
  const query = new URL(request.url).searchParams;
  // The name of a method is not for the resource.
  query.delete('_HttpMethod');
  const parameters = new URLSearchParams(query);
  const bytes = await request.clone().arrayBuffer();
  if (bytes.byteLength === 0) return { query, json: undefined, parameters };

  const type = (request.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (type === 'application/json') {
    return { query, json: parseJson(new TextDecoder().decode(bytes)), parameters };
  }
  if (type === 'application/x-www-form-urlencoded') {
    for (const [name, value] of new URLSearchParams(new TextDecoder().decode(bytes))) {
      parameters.append(name, value);
    }
    return { query, json: undefined, parameters };
  }
  if (type === 'multipart/form-data') {
    return { query, json: await addParts(request, parameters), parameters };
  }
  throw mediaTypeUnsupported(type);
}

/** Adds the text parts to the parameters, and returns the part that is JSON. */
async function addParts(request: Request, parameters: URLSearchParams): Promise<unknown> {
  let json: unknown;
  for (const [name, value] of await readForm(request)) {
    if (jsonParts.has(name)) json = parseJson(typeof value === 'string' ? value : await value.text());
    else if (typeof value === 'string') parameters.append(name, value);
    else throw multipartInvalid(`The binary part ${name} is not allowed here.`);
  }
  return json;
}

async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    throw multipartInvalid('The multipart body is not readable.');
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw jsonUnreadable();
  }
}

/** The value as an object with properties, which every JSON body of the service is. */
export function asObject(value: unknown, name: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw bodyUnreadable(`${name} must be an object.`);
}
