import { send, shortPath, type ChainCall, type ChainClient } from '../chain.js';
import { ChatterError } from '../errors.js';
import { multipart, type Part } from './multipart.js';

/** As long as a timer can be, in milliseconds. */
export const endlessMs: number = 2 ** 31 - 1;

/** What is said in words comes first. */
export function jsonPart(value: unknown): Part {
  return { name: 'json', type: 'application/json; charset=UTF-8', content: JSON.stringify(value) };
}

/** The bytes of a file. */
export function binaryPart(name: string, fileName: string, content: Part['content']): Part {
  return { name, fileName, type: 'application/octet-stream', content };
}

/** Sends a call with parts for a body. */
export async function sendMultipart(
  client: ChainClient,
  call: ChainCall,
  parts: readonly Part[],
): Promise<unknown> {
  const { body, headers, cancel, failure } = multipart(parts);
  try {
    const whole = { ...call, json: undefined, body, headers: { ...call.headers, ...headers } };
    return await send(client, whole);
  } catch (error) {
    const failed = failure();
    if (!failed || call.signal?.aborted) throw error;
    // To the network it is a request that ended early, for no reason that it could tell.
    throw new ChatterError(`chatter: ${call.method} ${shortPath(call.path)} ended early: its file failed`, {
      service: 'chatter',
      kind: 'network',
      code: 'NETWORK',
      ...failed,
    });
  } finally {
    // A call that failed leaves its streams open: not begun, or waiting for what comes next.
    await cancel().catch(() => undefined);
  }
}
