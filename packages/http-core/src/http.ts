import ky, { isNetworkError } from 'ky';
import { kindOfStatus, readText, type Answer } from './answer.js';
import { tryTo } from './try-to.js';
import { encodeDraft, encodeFields, type Draft } from './draft.js';
import { isServiceError, ServiceError, type ErrorKind, type ServiceErrorFacts } from './errors.js';
import type { Http, HttpOptions, RequestOptions } from './http-options.js';
import { checkLimits, defaultLimits } from './limits.js';
import { connectionCode, neverConnected } from './network.js';
import type { HttpEvent } from './observe.js';
import { checkBaseUrl, refuseOptions } from './options.js';
import { isSafePath } from './path.js';
import { backoffMs, retryAfterMs, sleep, systemClock, untilAborted } from './time.js';

const maxRedirects = 5;

/**
 * The one way through the layers, for every call of every client: retries, then the credential with at most one replay,
 * then `normalize`, then the time limit, then `fetch`.
 *
 * Repeated are, after a pause with jitter or as `Retry-After` says: `repeatable` calls, after 408, 429, 5xx, a broken
 * connection and a time-out; all others after 429, and when the connection was never made, because only then is it
 * certain that nothing happened. A call whose body is a stream is sent once. Redirects are followed for GET and HEAD,
 * within the origin, five times at most.
 *
 * @throws at once `usage` / `INVALID_OPTION` for an option that cannot work. Calls reject with a {@link ServiceError} of
 * any kind but `closed`, or with the reason of their signal.
 * @example
 * ```ts
 * import { createHttp } from '@x/http-core';
 *
 * const http = createHttp({ service: 'example', baseUrl: 'https://api.example.com' });
 * export const me = (): Promise<{ name: string }> => http.json('GET', '/users/me');
 * ```
 */
export function createHttp<T>(options: HttpOptions<T>): Http {
  const { service, baseUrl, auth, clock = systemClock, ServiceError: ErrorClass = ServiceError } = options;
  const refuse = refuseOptions(service, ErrorClass);
  const limits = checkLimits(refuse, options, defaultLimits);
  const baseOf = (credential: T): string =>
    checkBaseUrl(refuse, 'baseUrl', typeof baseUrl === 'function' ? baseUrl(credential) : baseUrl);
  if (typeof baseUrl !== 'function') checkBaseUrl(refuse, 'baseUrl', baseUrl);

  /** Runs one call to a good answer; with `whole` it is read to its end before, within the time limit. */
  async function run(
    verb: string,
    target: string | URL,
    call: RequestOptions,
    whole: boolean,
  ): Promise<{ readonly response: Response; readonly data: unknown }> {
    const { signal } = call;
    if (signal?.aborted) throw signal.reason;
    const method = verb.toUpperCase();
    const reads = /^(GET|HEAD)$/.test(method);
    const { repeatable = reads || /^(PUT|DELETE)$/.test(method) } = call;
    const { timeoutMs, totalTimeoutMs, retries, maxRetryAfterMs, maxAnswerBytes } = checkLimits(
      refuse,
      call,
      limits,
    );
    const once = call.body instanceof ReadableStream;
    // Without the query, which may be private; and of an address that a service handed out, nothing but the origin.
    const path = target instanceof URL ? target.origin : target.replace(/[?#].*/s, '');
    let attempt = 0;
    // Of the last answer: its status as it came, itself, and as it was read.
    let status: number | undefined;
    let response!: Response;
    let answer!: Answer;
    let credentialError: { readonly error: unknown } | undefined;

    const fail = (
      kind: ErrorKind,
      code: string,
      message: string,
      facts?: Partial<ServiceErrorFacts>,
    ): ServiceError =>
      new ErrorClass(`${service}: ${method} ${path} ${message}`, { service, kind, code, status, ...facts });

    const tell = (type: HttpEvent['type'], facts?: object): void => {
      // Who only watches cannot break a call.
      tryTo(() => options.observe?.({ type, method, path, attempt, status, ...facts } as HttpEvent));
    };

    const limit = (controller: AbortController, ms: number): (() => void) =>
      clock.after(ms, () => {
        controller.abort(fail('timeout', 'TIMEOUT', `took more than ${ms} ms`, { retryable: repeatable }));
      });

    if (!(target instanceof URL || isSafePath(target))) {
      throw fail('usage', 'INVALID_REQUEST', 'is not a path beneath the base URL');
    }

    /** Sends the request, follows redirects and reads the answer. */
    async function exchange(draft: Draft, ending: AbortSignal): Promise<void> {
      const init = encodeDraft(draft);
      // A body that is read later must still end with the caller's signal.
      init.signal = whole || !signal ? ending : AbortSignal.any([signal, ending]);
      for (let { url } = draft, redirects = 0; ; redirects += 1) {
        response = await (options.fetch ?? fetch)(url.href, init);
        const { headers } = response;
        ({ status } = response);
        // A browser hides where it leads, and shows the status 0.
        const moved = /^(0|30[12378])$/.test(`${status}`);
        const next = tryTo(() => new URL(headers.get('location') ?? '', url));
        if (
          moved &&
          reads &&
          next?.origin === url.origin &&
          headers.has('location') &&
          redirects < maxRedirects
        ) {
          void response.body?.cancel().catch(() => undefined);
          url = next;
          continue;
        }
        const text = whole || !response.ok ? await readText(response, maxAnswerBytes) : '';
        if (text === undefined) {
          throw fail('protocol', 'ANSWER_TOO_LARGE', `answered more than ${maxAnswerBytes} bytes`);
        }
        const read = { status, headers, url: url.href, text, data: tryTo(() => JSON.parse(text) as unknown) };
        answer = options.normalize?.(read) ?? read;
        // Unless something better was made of it.
        if (moved && answer === read) {
          throw fail('protocol', 'REDIRECTED', `leads elsewhere (${next?.origin})`);
        }
        return;
      }
    }

    /** Sends the request with a credential; tells whether the service would not have it. */
    async function sendWith(credential: T): Promise<boolean> {
      const base = baseOf(credential);
      const url = new URL(target instanceof URL ? target : base + target);
      encodeFields(call.query, url.searchParams);
      const own = url.origin === new URL(base).origin;
      const draft: Draft = {
        ...call,
        method,
        url,
        headers: new Headers({ ...options.headers, ...call.headers }),
      };
      if (own) auth?.apply(draft, credential);
      status = undefined;
      tell('request');
      const started = clock.now();
      const late = new AbortController();
      const stop = limit(late, timeoutMs);
      try {
        await untilAborted(exchange(draft, AbortSignal.any([over.signal, late.signal])), late.signal);
      } finally {
        stop();
        tell('response', { durationMs: clock.now() - started });
      }
      return own && auth?.rejected(answer) === true;
    }

    async function credentialFrom(get: () => Promise<T> | undefined): Promise<T> {
      credentialError = undefined;
      try {
        return (await get()) as T;
      } catch (error) {
        credentialError = { error };
        throw error;
      }
    }

    async function send(): Promise<Response> {
      attempt += 1;
      const credential = await credentialFrom(() => auth?.credential.get());
      if (await sendWith(credential)) {
        tell('refresh');
        const fresh = await credentialFrom(() => auth?.credential.refresh(credential));
        if (fresh !== credential && !once) await sendWith(fresh);
      }
      const { data, text, headers } = answer;
      if (answer.status < 200 || answer.status > 299) {
        const {
          kind = kindOfStatus(answer.status),
          code = `HTTP_${status}`,
          message = '',
          ...facts
        } = options.describe?.(answer) ?? {};
        throw fail(kind, code, `answered ${status} ${code}${message && `: ${message}`}`, {
          retryable: answer.status === 429 || (repeatable && /^(408|5..)$/.test(`${answer.status}`)),
          retryAfterMs: retryAfterMs(headers, clock.now()),
          details: data ?? text,
          ...facts,
        });
      }
      if (whole && text && data === undefined) {
        const type = headers.get('content-type');
        throw fail('protocol', 'INVALID_JSON', `answered ${type}, not JSON`, { details: text });
      }
      return response;
    }

    /** The one place that makes of what was thrown what the caller gets: for the retry, and for the end. */
    function judge(error: unknown): unknown {
      if (isServiceError(error)) return error;
      // It may be an error of the user's own, which comes back untouched.
      if (credentialError) return credentialError.error;
      // What it says may quote a header or an address, and with it a secret.
      if (!isNetworkError(error))
        return fail('usage', 'INVALID_REQUEST', 'cannot be sent: see its headers and body');
      const code = connectionCode(error);
      return fail('network', 'NETWORK', `got no answer (${code})`, {
        retryable: repeatable || neverConnected(code),
      });
    }

    const over = new AbortController();
    const stop = limit(over, totalTimeoutMs);
    try {
      const loop = ky('https://request.invalid', {
        method,
        fetch: send,
        timeout: false,
        throwHttpErrors: false,
        retry: {
          limit: once ? 0 : retries,
          methods: [method],
          delay: () => 0,
          async shouldRetry({ error }) {
            const told = judge(error);
            if (over.signal.aborted || !isServiceError(told) || !told.retryable) return false;
            const { retryAfterMs: delayMs = backoffMs(attempt) } = told;
            if (delayMs > maxRetryAfterMs) return false;
            tell('retry', { delayMs });
            await sleep(delayMs, over.signal, clock);
            return true;
          },
        },
      });
      await untilAborted(untilAborted(loop, over.signal), signal);
      return { response, data: answer.data };
    } catch (error) {
      over.abort();
      throw signal?.aborted ? signal.reason : judge(error);
    } finally {
      stop();
    }
  }

  return {
    request: async (method, target, call = {}) => (await run(method, target, call, false)).response,
    json: async <J>(method: string, target: string | URL, call: RequestOptions = {}) => {
      const headers = { accept: 'application/json', ...call.headers };
      return (await run(method, target, { ...call, headers }, true)).data as J;
    },
  };
}
