import { send, type ChainCall, type ChainClient } from '../chain.js';
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
  const { body, headers, cancel } = multipart(parts);
  try {
    const whole = { ...call, json: undefined, body, headers: { ...call.headers, ...headers } };
    return await send(client, whole);
  } finally {
    // A call that failed leaves its streams open: not begun, or waiting for what comes next.
    await cancel().catch(() => undefined);
  }
}
