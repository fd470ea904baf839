import { isNetworkError, ky } from '#ky';
import { kindOfStatus, readText, type Answer } from './answer.js';
import { encodeBody, encodeFields, type Draft } from './draft.js';
import { isServiceError, ServiceError, type ErrorKind, type ServiceErrorFacts } from './errors.js';
import type { Http, HttpOptions, RequestOptions } from './http-options.js';
import { checkLimits, defaultLimits } from './limits.js';
import { neverConnected, type Lost } from './never-connected.js';
import type { HttpEvent } from './observe.js';
import { checkBaseUrl, refuseOptions } from './options.js';
import { isSafePath } from './safe-path.js';
import { backoffMs, retryAfterMs, sleep, systemClock, until } from './time.js';
import { tryTo } from './try-to.js';

/** More endings of a credential than any one call can meet. */
const maxReplays = 5;

/**
 * The one way through the layers, for every call of every client: retries, then the credential with one replay (more
 * where new ones end on the way, one after the other), then `normalize`, then the time limit, then `fetch`.
 *
 * Repeated are, after a pause with jitter or as `Retry-After` says: `repeatable` calls, after 408, 429, 5xx, a broken
 * connection and a time-out; all others after 429, and when the connection was never made, because only then is it
 * certain that nothing happened. A call whose body is a stream is sent once; a function that opens one is asked each time.
 * Redirects are followed for GET and HEAD, within the origin, five times at most.
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
  const defaults = checkLimits(refuse, options, defaultLimits);
  const checked = (url: string): string => checkBaseUrl(refuse, 'baseUrl', url);
  if (typeof baseUrl !== 'function') checked(baseUrl);
  // The last credential that the service has accepted.
  let accepted: T | null = null;

  /** Runs one call to a good answer; with `whole` it is read to its end before, within the time limit. */
  async function run(verb: string, target: string | URL, call: RequestOptions = {}, whole = false) {
    const method = verb.toUpperCase();
    const reads = /^(GET|HEAD)$/.test(method);
    const { signal, repeatable = reads || /^(PUT|DELETE)$/.test(method), pace = (go) => go() } = call;
    const limits = checkLimits(refuse, call, defaults);
    const once = call.body instanceof ReadableStream;
    // Without the query, which may be private; and of an address that a service handed out, nothing but the origin.
    const path = target instanceof URL ? target.origin : target.replace(/[?#].*/s, '');
    let attempt = 0;
    // The last answer, as it came, and what it held.
    let response: Response | undefined;
    let data: unknown;

    const fail = (kind: ErrorKind, code: string, message: string, facts?: Partial<ServiceErrorFacts>) =>
      new ErrorClass(`${service}: ${method} ${path} ${message}`, {
        service,
        kind,
        code,
        status: response?.status,
        ...facts,
      });

    const unsendable = () => fail('usage', 'INVALID_REQUEST', 'cannot be sent: check path, headers, body');

    if (!(target instanceof URL || isSafePath(path))) throw unsendable();

    const tell = (type: HttpEvent['type'], facts?: object): void => {
      // Who only watches cannot break a call.
      tryTo(() =>
        options.observe?.({ type, method, path, attempt, status: response?.status, ...facts } as HttpEvent),
      );
    };

    /** Does something that may take `ms` milliseconds, and no longer than the outer signal allows. */
    const within = <R>(
      ms: number,
      outer: AbortSignal | undefined,
      work: (controller: AbortController) => Promise<R>,
    ): Promise<R> => {
      const controller = new AbortController();
      return until<R>(outer, (resolve, reject) => {
        work(controller).then(resolve, reject);
        return clock.after(ms, () => {
          reject(fail('timeout', 'TIMEOUT', `took over ${ms} ms`, { retryable: repeatable }));
        });
      }).catch((error: unknown) => {
        controller.abort(error);
        outer?.throwIfAborted();
        throw error;
      });
    };

    /** Asks for a credential. A failure that may be the user's own ends the call, and comes back untouched. */
    const ask = (over: AbortController, get: () => Promise<T | undefined>): Promise<T> =>
      get().catch((error: unknown) => {
        if (!isServiceError(error)) over.abort(error);
        throw error;
      }) as Promise<T>;

    /** Sends a request, follows redirects and reads the answer. */
    async function exchange(url: URL, init: RequestInit, redirects = 5): Promise<Answer> {
      response = await (options.fetch ?? fetch)(url.href, init);
      const { status, headers } = response;
      const text = whole || !response.ok ? await readText(response, limits.maxAnswerBytes) : '';
      if (text === undefined) {
        throw fail('protocol', 'ANSWER_TOO_LARGE', `answered over ${limits.maxAnswerBytes} bytes`);
      }
      // A browser hides where it leads, and shows the status 0.
      const moved = !status || (status > 299 && status < 400);
      const next = moved ? tryTo(() => new URL(headers.get('location') ?? '//', url)) : undefined;
      if (reads && redirects && next?.origin === url.origin) return exchange(next, init, redirects - 1);
      const plain = { status, headers, url: url.href, text, data: tryTo(() => JSON.parse(text) as unknown) };
      const answer = options.normalize?.(plain) ?? plain;
      // Unless something better was made of it.
      if (moved && answer === plain) throw fail('protocol', 'REDIRECTED', `leads elsewhere: ${next?.origin}`);
      return answer;
    }

    /**
     * Sends the request with a credential, and again with a new one when the service will not have it. A new one that the
     * service has never accepted is refused for good; one that has served others has ended in its turn. `before` is what
     * was accepted last when this one came.
     */
    async function send(
      over: AbortController,
      credential: T,
      replays = 0,
      before: unknown = auth,
    ): Promise<Answer> {
      const base = checked(typeof baseUrl === 'function' ? baseUrl(credential) : baseUrl);
      const url = new URL(target instanceof URL ? target : base + target);
      encodeFields(url.searchParams, call.query);
      const own = url.origin === new URL(base).origin;
      const headers = new Headers({
        ...options.headers,
        ...(whole && { accept: 'application/json' }),
        ...call.headers,
      });
      const draft: Draft = { ...call, method, url, headers };
      if (own) auth?.apply(draft, credential);
      // Without `duplex`, fetch refuses a stream.
      const init = {
        method,
        headers,
        body: encodeBody(draft),
        redirect: 'manual',
        duplex: 'half',
      } as RequestInit;
      response = undefined;
      tell('request');
      const started = clock.now();
      const answer = await within(limits.timeoutMs, over.signal, ({ signal: ending }) => {
        // A body that is read later must still end with the caller's signal.
        init.signal = whole || !signal ? ending : AbortSignal.any([signal, ending]);
        return exchange(draft.url, init);
      }).finally(() => {
        tell('response', { durationMs: clock.now() - started });
      });
      if (!own || !auth) return answer;
      if (!auth.rejected(answer)) accepted = credential;
      else if (replays < maxReplays && (accepted === credential || accepted !== before)) {
        tell('refresh');
        const fresh = await ask(over, async () => auth.credential.refresh(credential));
        if (fresh !== credential && !once) return send(over, fresh, replays + 1, accepted);
      }
      return answer;
    }

    /** Lets a good answer pass. */
    function judge(answer: Answer): Response {
      const { status, text } = answer;
      const received = response as Response;
      data = answer.data;
      if (status < 200 || status > 299) {
        const {
          kind = kindOfStatus(status),
          code = `HTTP_${received.status}`,
          message,
          ...facts
        } = options.describe?.(answer, attempt) ?? {};
        throw fail(kind, code, `answered ${received.status} ${code}${message ? `: ${message}` : ''}`, {
          retryable: status === 429 || (repeatable && (status === 408 || status > 499)),
          retryAfterMs: retryAfterMs(answer.headers, clock.now()),
          details: data ?? text,
          ...facts,
        });
      }
      if (whole && text && data === undefined) {
        const type = answer.headers.get('content-type');
        throw fail('protocol', 'INVALID_JSON', `answered ${type}, not JSON`, { details: text });
      }
      return received;
    }

    /** What the caller gets of what was thrown: none of its words, for they may quote a header, and with it a secret. */
    function explain(error: unknown): ServiceError {
      if (isServiceError(error)) return error;
      if (!isNetworkError(error)) return unsendable();
      // Of ky's error the cause is what fetch threw. In a browser that tells nothing.
      const code = (error as { readonly cause?: Lost }).cause?.cause?.code ?? 'network';
      return fail('network', 'NETWORK', `got no answer: ${code}`, {
        retryable: repeatable || neverConnected.test(code),
      });
    }

    await within(limits.totalTimeoutMs, signal, (over) =>
      // ky repeats, no more: the requests are made anew each time, so its own leads nowhere.
      ky('data:,', {
        timeout: false,
        throwHttpErrors: false,
        fetch: () =>
          pace(async () => {
            attempt += 1;
            return judge(await send(over, await ask(over, async () => auth?.credential.get())));
          }, over),
        retry: {
          // They are counted here, so that the last failure is explained here too.
          limit: 1e9,
          backoffLimit: 0,
          async shouldRetry({ error }) {
            over.signal.throwIfAborted();
            const told = explain(error);
            const { retryAfterMs: delayMs = backoffMs(attempt) } = told;
            const last = once || attempt > limits.retries || delayMs > limits.maxRetryAfterMs;
            if (last || !told.retryable) throw told;
            tell('retry', { delayMs });
            await sleep(delayMs, over.signal, clock);
            return true;
          },
        },
      }),
    );
    return whole ? data : response;
  }

  return {
    request: (method, target, call) => run(method, target, call) as Promise<Response>,
    json: <J>(method: string, target: string | URL, call?: RequestOptions) =>
      run(method, target, call, true) as Promise<J>,
  };
}
