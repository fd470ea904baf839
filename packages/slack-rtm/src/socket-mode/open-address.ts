import { isServiceError, until, type Clock, type Http } from '@x/http-core';
import { checkAddress } from '../address.js';
import { slackError } from '../errors.js';
import { callMethod } from '../calls/call-method.js';
import type { SlackSocketOptions } from './options.js';

/** How long a back end may take. */
const providerMs = 30_000;

/** Where the address of a connection comes from. */
export interface AddressOptions extends Pick<SlackSocketOptions, 'urlProvider' | 'debugReconnects'> {
  /** The Web API with the token of the app. */
  readonly http: Http;
  readonly baseUrl: string;
  readonly clock: Clock;
}

/** Gets the address of one connection: each serves once. */
export async function openAddress(options: AddressOptions, signal: AbortSignal): Promise<string> {
  const { urlProvider, debugReconnects, http, baseUrl } = options;
  const address =
    urlProvider === undefined
      ? checkAddress(await askSlack(http, signal), baseUrl, 'apps.connections.open')
      : checkAddress(await askProvider(urlProvider, options.clock, signal), baseUrl, 'urlProvider');
  if (debugReconnects !== true) return address;
  const url = new URL(address);
  url.searchParams.set('debug_reconnects', 'true');
  return url.href;
}

async function askSlack(http: Http, signal: AbortSignal): Promise<unknown> {
  // Trying again is for whoever keeps the connection alive, who knows how long to wait.
  const call = { signal, retries: 0 };
  const answer = await callMethod(http, 'apps.connections.open', {}, call, { repeatable: true });
  return (answer as { readonly url?: unknown }).url;
}

async function askProvider(
  provider: NonNullable<SlackSocketOptions['urlProvider']>,
  clock: Clock,
  signal: AbortSignal,
): Promise<unknown> {
  const failure = (kind: 'network' | 'timeout', message: string, cause?: unknown): Error =>
    slackError(kind, 'NO_ADDRESS', `urlProvider ${message}`, { cause, retryable: true });
  try {
    return await until<string>(signal, (resolve, reject) => {
      provider({ signal }).then(resolve, reject);
      return clock.after(providerMs, () => {
        reject(failure('timeout', `took more than ${providerMs} ms`));
      });
    });
  } catch (error) {
    if (signal.aborted || isServiceError(error)) throw error;
    throw failure('network', 'gave no address', error);
  }
}
