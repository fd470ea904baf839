import { jsonUnreadable, mediaTypeUnsupported, multipartInvalid } from '../errors.js';
import { Fields } from './fields.js';

/** What a request says beside its path. */
export interface Input {
  /** The JSON body; without one the parameters, those of the query and those of a form together. */
  readonly fields: Fields;
  /** Whether the fields are from a JSON body, beside which parameters do not count. */
  readonly isJson: boolean;
  /** Query and form together. */
  readonly parameters: URLSearchParams;
  readonly binaries: ReadonlyMap<string, BinaryPart>;
}

/** A part of a multipart body that is a file. */
export interface BinaryPart {
  readonly fileName: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Names of the part of a multipart body that is the JSON body. All but the first are for browsers, which cannot give a part a type. */
const jsonParts: ReadonlySet<string> = new Set([
  'json',
  'feedElement',
  'comment',
  'photo',
  'file',
  'folderItem',
]);

/** The service reads a larger one only as a text. */
const largestInteger = 2 ** 31 - 1;

/** Reads a request in any of the forms that the service takes. Binary parts are refused but for those named, or `any`. */
export async function readInput(
  request: Request,
  binaryParts: readonly string[] | 'any' = [],
): Promise<Input> {
  const parameters = new URLSearchParams(queryOf(request));
  const bytes = await request.clone().arrayBuffer();
  if (bytes.byteLength === 0) return flat(parameters);

  const type = (request.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (type === 'application/json') return fromJson(new TextDecoder().decode(bytes));
  if (type === 'application/x-www-form-urlencoded') {
    for (const [name, value] of new URLSearchParams(new TextDecoder().decode(bytes))) {
      parameters.append(name, value);
    }
    return flat(parameters);
  }
  if (type === 'multipart/form-data') return readParts(request, parameters, binaryParts);
  throw mediaTypeUnsupported(type);
}

/** The parameters of a request that are for the resource, which the name of a method is not. */
export function queryOf(request: Request): URLSearchParams {
  const query = new URL(request.url).searchParams;
  query.delete('_HttpMethod');
  return query;
}

async function readParts(
  request: Request,
  parameters: URLSearchParams,
  binaryParts: readonly string[] | 'any',
): Promise<Input> {
  let json: Input | undefined;
  const binaries = new Map<string, BinaryPart>();
  for (const [name, value] of await readForm(request)) {
    // Where files may have any name, only one name is left for the JSON.
    if (binaryParts === 'any' ? name === 'json' : jsonParts.has(name) && isText(value))
      json = fromJson(typeof value === 'string' ? value : await value.text());
    else if (typeof value === 'string') parameters.append(name, value);
    else if (binaryParts === 'any' || binaryParts.includes(name)) {
      const bytes = new Uint8Array(await value.arrayBuffer());
      binaries.set(name, { fileName: value.name, mimeType: value.type, bytes });
    } else throw multipartInvalid(`The binary part ${name} is not allowed here.`);
  }
  return { ...(json ?? flat(parameters)), parameters, binaries };
}

/** A part with a file of another kind is no JSON, whatever its name. */
function isText(value: string | Blob): boolean {
  return typeof value === 'string' || /^$|json|^text\/|octet-stream/.test(value.type);
}

async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.clone().formData();
  } catch {
    throw multipartInvalid('The multipart body is not readable.');
  }
}

function flat(parameters: URLSearchParams): Input {
  const fields = new Fields(Object.fromEntries(parameters));
  return { fields, isJson: false, parameters, binaries: new Map() };
}

function fromJson(text: string): Input {
  const fields = Fields.of(parseJson(text), 'The body');
  return { fields, isJson: true, parameters: new URLSearchParams(), binaries: new Map() };
}

function parseJson(text: string): unknown {
  let large = false;
  let value: unknown;
  try {
    value = JSON.parse(text, (_name, item: unknown) => {
      large ||= typeof item === 'number' && Number.isInteger(item) && Math.abs(item) > largestInteger;
      return item;
    });
  } catch {
    throw jsonUnreadable();
  }
  if (large) throw jsonUnreadable(`An integer beyond ${largestInteger} must be in quotes.`);
  return value;
}
