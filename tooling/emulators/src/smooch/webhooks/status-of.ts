import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';

export interface Asked {
  readonly method: 'HEAD' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal: AbortSignal;
}

/**
 * Asks a server outside and gives the status, or undefined when there is no answer. Each time by a connection of its own, of
 * which there is never one too many: a server that serves one after another would wait for what comes by that, too.
 */
export function statusOf(
  address: string,
  { method, headers = {}, body, signal }: Asked,
): Promise<number | undefined> {
  const send = new URL(address).protocol === 'https:' ? overHttps : overHttp;
  return new Promise((resolve) => {
    const outgoing = send(address, { method, headers, agent: false, signal }, (incoming) => {
      incoming.on('error', () => {}).resume();
      resolve(incoming.statusCode);
    });
    outgoing.on('error', () => resolve(undefined)).end(body);
  });
}
