import { invalidBatch } from '../../errors.js';
import type { Fields } from '../../input/fields.js';
import { readVersion } from '../../versions.js';
import { readAddress, withoutCommunity } from '../address.js';
import type { BinaryPart, Call } from '../call.js';
import { methods } from '../method-override.js';

/** One request of a batch, as it was written. */
export interface Subrequest {
  readonly method: string;
  /** From `/services` on, with its query. */
  readonly url: string;
  readonly richInput: unknown;
  readonly binary: { readonly alias: string; readonly part: BinaryPart } | undefined;
}

/**
 * Reads a request of a batch and refuses what is no request: an unknown method, a URL that leads nowhere near the API or into a
 * newer version than that of the batch, another batch, a file that did not come along. Whether there is such a resource and who
 * may use it turns out when it runs.
 */
export function readSubrequest(
  fields: Fields,
  binaries: ReadonlyMap<string, BinaryPart>,
  batchVersion: number,
): Subrequest {
  return {
    method: readMethod(fields.text('method') ?? ''),
    url: readUrl(fields.text('url') ?? '', batchVersion),
    richInput: fields.raw('richInput'),
    binary: readBinary(fields, binaries),
  };
}

/** The request that it stands for, with the headers of the batch, since it cannot have any of its own. */
export function requestOf({ method, url, richInput, binary }: Subrequest, call: Call): Request {
  const headers = new Headers(call.request.headers);
  for (const name of ['content-type', 'content-length', 'transfer-encoding']) headers.delete(name);
  const target = new URL(url, call.context.origin);
  if (method === 'GET' || method === 'HEAD') return new Request(target, { method, headers });
  if (binary === undefined) {
    if (richInput === undefined) return new Request(target, { method, headers });
    headers.set('content-type', 'application/json; charset=UTF-8');
    return new Request(target, { method, headers, body: JSON.stringify(richInput) });
  }
  const body = new FormData();
  if (richInput !== undefined) {
    body.set('json', new Blob([JSON.stringify(richInput)], { type: 'application/json' }));
  }
  const { alias, part } = binary;
  body.set(alias, new File([new Uint8Array(part.bytes)], part.fileName, { type: part.mimeType }));
  return new Request(target, { method, headers, body });
}

/** `Get` in the examples of the guide, `HttpGet` in its table. */
function readMethod(given: string): string {
  const method = given.toUpperCase().replace(/^HTTP/, '');
  if (!methods.has(method)) throw invalidBatch(`The method '${given}' is not valid in a batch.`);
  return method;
}

/** From `/services/data` or from the version on. */
function readUrl(given: string, batchVersion: number): string {
  const url = given.startsWith('/services/data/') ? given : `/services/data${given}`;
  const { pathname, search } = new URL(url, 'http://localhost');
  // What leads out of the API by two dots is seen when the URL is resolved.
  if (/[\s#\\]/.test(given) || !/^\/services\/data\/v\d+\.0\//.test(pathname)) {
    throw invalidBatch(
      `The URL '${given}' is not valid: it must begin with /services/data/vNN.0/ or /vNN.0/.`,
    );
  }
  const address = readAddress(pathname);
  const { version } = readVersion(address.version, true);
  if (version > batchVersion) {
    throw invalidBatch(`The version of the URL '${given}' is higher than that of the batch.`);
  }
  const segments = withoutCommunity(address.segments)?.segments ?? address.segments;
  if (segments.join('/') === 'connect/batch') throw invalidBatch('A batch cannot be part of a batch.');
  return pathname + search;
}

function readBinary(fields: Fields, binaries: ReadonlyMap<string, BinaryPart>): Subrequest['binary'] {
  const name = fields.text('binaryPartName');
  const alias = fields.text('binaryPartNameAlias');
  if (name === undefined && alias === undefined) return undefined;
  if (name === undefined || alias === undefined) {
    throw invalidBatch('binaryPartName and binaryPartNameAlias go together.');
  }
  const part = binaries.get(name);
  if (part === undefined) throw invalidBatch(`There is no binary part ${name}.`);
  return { alias, part };
}
