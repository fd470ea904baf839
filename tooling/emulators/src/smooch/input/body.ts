import { badRequest, entityTooLarge } from '../errors.js';
import { uploadLimit } from '../media/upload.js';
import { withPlainFileNames } from './extended-file-names.js';
import { isBody, type Body } from './fields.js';

/** 100 kB. */
const jsonLimit = 100 * 1024;

/** What a multipart body may weigh beside its file. */
const multipartOverhead = 64 * 1024;

/** The JSON body of a request. One that is empty, or of another type, counts as an object without fields. */
export async function jsonBody(request: Request): Promise<Body> {
  const bytes = await request.arrayBuffer();
  const isJson = /^application\/(?:[\w.-]+\+)?json\b/i.test(request.headers.get('content-type') ?? '');
  if (!isJson || bytes.byteLength === 0) return {};
  if (bytes.byteLength > jsonLimit) throw entityTooLarge();
  const value = parse(new TextDecoder().decode(bytes));
  if (!isBody(value)) throw badRequest('Request body should be object');
  return value;
}

/** A `multipart/form-data` body, taken apart. */
export async function formBody(request: Request): Promise<FormData> {
  const contentType = request.headers.get('content-type') ?? '';
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength > uploadLimit + multipartOverhead) throw entityTooLarge();
  if (!/^multipart\/form-data\b/i.test(contentType)) {
    throw badRequest('Content-Type should be multipart/form-data');
  }
  try {
    return await new Response(withPlainFileNames(bytes, contentType), {
      headers: { 'content-type': contentType },
    }).formData();
  } catch {
    throw badRequest('Malformed multipart body');
  }
}

/** The file of an upload, which always travels as `source`. */
export function sourceFile(form: FormData): File {
  const source = form.get('source');
  if (source instanceof File) return source;
  throw badRequest("should have required property 'source'");
}

/** The text fields of a form, for the readers of JSON bodies. */
export function textFields(form: FormData): Body {
  const fields: Record<string, unknown> = {};
  for (const [name, value] of form) {
    if (typeof value === 'string') fields[name] = value;
  }
  return fields;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest('Malformed JSON in the request body');
  }
}
