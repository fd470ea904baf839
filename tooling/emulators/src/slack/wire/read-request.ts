import { sessionCookieOf } from '../auth/session-cookie.js';
import { UnreadableRequest } from '../errors.js';

/** The arguments of a call before a method looks at them: texts of a form, or whatever a JSON body holds. */
export type RawArguments = Readonly<Record<string, unknown>>;

/** A call as it was sent. */
export interface ReadRequest {
  readonly form: 'query' | 'form' | 'json';
  readonly args: RawArguments;
  readonly headerToken: string | undefined;
  readonly bodyToken: string | undefined;
  readonly queryToken: string | undefined;
  /** The cookie that a session token needs. */
  readonly cookie: string | undefined;
  readonly warnings: readonly string[];
}

interface ReadBody {
  readonly form: ReadRequest['form'];
  readonly fields: RawArguments;
  readonly warnings: readonly string[];
}

/** Reads a request the way the service does before it knows who is calling. */
export async function readRequest(request: Request): Promise<ReadRequest> {
  const headerToken = bearerOf(request.headers.get('authorization'));
  const query = fieldsOf(new URL(request.url).searchParams);
  const body = request.method === 'POST' ? await readBody(request, headerToken !== undefined) : nothing;
  const { token: queryToken, ...queryArgs } = query;
  const { token: bodyToken, ...bodyArgs } = body.fields;
  return {
    form: body.form,
    args: { ...queryArgs, ...bodyArgs },
    headerToken,
    // A token inside JSON does not count: with JSON it has to travel in the header.
    bodyToken: body.form === 'form' && typeof bodyToken === 'string' ? bodyToken : undefined,
    queryToken: typeof queryToken === 'string' ? queryToken : undefined,
    cookie: sessionCookieOf(request.headers.get('cookie')),
    warnings: body.warnings,
  };
}

const nothing: ReadBody = { form: 'query', fields: {}, warnings: [] };

async function readBody(request: Request, isAuthorized: boolean): Promise<ReadBody> {
  const bytes = await request.arrayBuffer();
  const contentType = request.headers.get('content-type');
  if (contentType === null) {
    if (bytes.byteLength > 0) throw new UnreadableRequest('missing_post_type');
    return nothing;
  }
  const [mediaType = '', ...parameters] = contentType.split(';').map((part) => part.trim());
  const charset = parameters
    .find((parameter) => /^charset=/i.test(parameter))
    ?.slice('charset='.length)
    .replaceAll('"', '');
  if (charset !== undefined && !/^(?:utf-8|iso-8859-1)$/i.test(charset)) {
    throw new UnreadableRequest('invalid_charset');
  }
  const text = (): string => new TextDecoder().decode(bytes);
  switch (mediaType.toLowerCase()) {
    case 'application/json':
      return {
        form: 'json',
        fields: parseJson(text()),
        warnings: charset === undefined ? ['missing_charset'] : [],
      };
    case 'application/x-www-form-urlencoded':
    // Also a valid type, of which nothing more is said; a page that sends it without asking means a form.
    case 'text/plain':
      if (bytes.byteLength === 0 && !isAuthorized) throw new UnreadableRequest('invalid_form_data');
      return {
        form: 'form',
        fields: fieldsOf(new URLSearchParams(text())),
        warnings: charset === undefined ? [] : ['superfluous_charset'],
      };
    case 'multipart/form-data':
      return { form: 'form', fields: fieldsOf(await parseMultipart(bytes, contentType)), warnings: [] };
    default:
      throw new UnreadableRequest('invalid_post_type');
  }
}

function parseJson(text: string): RawArguments {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UnreadableRequest('invalid_json');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UnreadableRequest('json_not_object');
  }
  return Object.fromEntries(Object.entries(value));
}

async function parseMultipart(bytes: ArrayBuffer, contentType: string): Promise<FormData> {
  try {
    return await new Response(bytes, { headers: { 'content-type': contentType } }).formData();
  } catch {
    throw new UnreadableRequest('invalid_form_data');
  }
}

/** The texts of a form. `name[]` and `name[key]` are a way to write lists that the service refuses. */
function fieldsOf(form: Iterable<[string, unknown]>): RawArguments {
  const fields: Record<string, unknown> = {};
  for (const [name, value] of form) {
    if (/[[\]]/.test(name)) throw new UnreadableRequest('invalid_array_arg');
    if (!/^\w{1,100}$/.test(name)) throw new UnreadableRequest('invalid_arg_name');
    if (typeof value === 'string') fields[name] = value;
  }
  return fields;
}

function bearerOf(authorization: string | null): string | undefined {
  return /^\s*Bearer\s+(\S+)\s*$/i.exec(authorization ?? '')?.[1];
}
