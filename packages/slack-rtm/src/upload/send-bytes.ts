import { createHttp, isBrowser, isServiceError, type Fetch, type ServiceError } from '@x/http-core';
import { slackError, SlackError } from '../errors.js';
import { baseUrlOf, type SlackWebOptions } from '../options.js';
import { reword } from '../calls/reword.js';
import { unreadable, type Body } from './content.js';
import { piecesOf, watched } from './streams.js';
import type { UploadOptions } from './types.js';

/** As long as a timer can be, in milliseconds. */
const endlessMs = 2 ** 31 - 1;

/** What is sent where. */
export interface Parcel {
  /** It is as good as a password: whoever has it can put bytes in the place of these. */
  readonly address: string;
  readonly id: string;
  readonly filename: string;
  readonly body: Body;
  readonly onSent: (bytes: number) => void;
}

/**
 * Sends the bytes of a file to the address that was given for them, without token, cookie or any other header of the client.
 * Doing it twice does no more than doing it once, as nothing is shared before the upload is completed.
 */
export async function sendBytes(
  settings: SlackWebOptions,
  parcel: Parcel,
  { noCors = false, timeoutMs = endlessMs, retries, signal }: UploadOptions,
): Promise<void> {
  const { address, body, filename, onSent } = parcel;
  const { bytes, length } = body;
  const inPieces = !isBrowser() && !noCors;
  const target = new URL(address);
  const send: Fetch = (url, init) => (settings.fetch ?? fetch)(url, init);
  let failure: { readonly cause: unknown } | undefined;

  // A blob in pieces, which each attempt needs anew.
  const sendPieces: Fetch = (url, init) => {
    const pieces = bytes instanceof Blob ? piecesOf(bytes) : bytes;
    const onFailure = (cause: unknown): void => {
      failure = { cause };
    };
    return send(url, { ...init, body: watched(pieces, length, { onSent, onFailure }) });
  };

  // Of what may not be heard, it is enough that it came.
  const sendUnheard: Fetch = async (url, init) => {
    const response = await send(url, { ...init, mode: 'no-cors', redirect: 'follow' });
    return response.type === 'opaque' ? new Response() : response;
  };

  const http = createHttp({
    service: 'slack',
    baseUrl: baseUrlOf(settings),
    fetch: noCors ? sendUnheard : inPieces ? sendPieces : send,
    observe: settings.observe,
    clock: settings.clock,
    retries: retries ?? settings.retries,
    timeoutMs,
    totalTimeoutMs: endlessMs,
    ServiceError: SlackError,
  });
  try {
    const { status, body: rest } = await http.request('POST', target, {
      body: noCors ? formOf(bytes as Blob, filename) : bytes,
      headers: {
        // A page may send only some types, and a form brings its own.
        ...(!noCors && { 'content-type': 'application/octet-stream' }),
        ...(inPieces && { 'content-length': `${length}` }),
      },
      repeatable: true,
      signal,
    });
    await rest?.cancel();
    if (status !== 200) {
      throw slackError('http', `HTTP_${status}`, `POST ${target.origin} answered ${status}, not 200`, {
        status,
      });
    }
  } catch (error) {
    signal?.throwIfAborted();
    if (failure !== undefined) throw unreadable(filename, failure.cause);
    throw isServiceError(error) ? explain(error, parcel, !inPieces && !noCors) : error;
  }
  if (!inPieces) onSent(length);
}

function formOf(bytes: Blob, filename: string): FormData {
  const form = new FormData();
  form.set('file', bytes, filename);
  return form;
}

/** The same error, which says of which file it is. */
function explain(error: ServiceError, { id, filename }: Parcel, needsHint: boolean): SlackError {
  const hint = error.kind === 'network' && needsHint ? ' (in a web page, say noCors: true)' : '';
  return reword(error, { cause: error }, `the bytes of ${id}, ${filename}, have not arrived${hint}`);
}
