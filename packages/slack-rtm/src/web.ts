import { segment, type CallOptions, type Http } from '@x/http-core';
import { encodeArguments, type SlackArguments } from './arguments.js';
import { createMethods } from './chain.js';
import { refuseArgument, SlackError } from './errors.js';
import { createSlackHttp } from './http.js';
import type { SlackWebOptions } from './options.js';
import { isReading } from './reading.js';
import type { MethodName } from './types/method-names.js';
import type { Methods, MethodTree, SlackResult } from './types/methods.js';
import type { OtherFields } from './types/open.js';
import { keepParts } from './web-parts.js';

/**
 * The Web API of one token. A method is called by its name, written as a chain or as a text; it takes its arguments by Slack's
 * names and resolves with the answer as Slack words it, always with `ok: true`.
 *
 * Every call rejects with a `SlackError`, or with the reason of its own signal: `auth` (the token does not hold), `refused` with
 * Slack's code, `rate-limit`, `http`, `network`, `timeout`, `protocol`, and `usage` before anything is sent. A call that only
 * reads is repeated by itself when it fails for a while; one that writes only when it certainly did nothing.
 */
export interface SlackWeb extends MethodTree {
  /**
   * Calls a method by its name.
   *
   * @see https://docs.slack.dev/reference/methods
   * @example
   * ```ts
   * import type { SlackWeb } from '@x/slack-rtm';
   *
   * export const post = (web: SlackWeb, channel: string): Promise<{ ts: string }> =>
   *   web.call('chat.postMessage', { channel, text: 'Hello' });
   * ```
   */
  call: CallByName;
}

/** Calls a method whose types are known, or another whose answer the caller describes. */
export interface CallByName {
  <Name extends keyof Methods>(
    method: Name,
    args: Methods[Name]['arguments'],
    call?: CallOptions,
  ): Promise<Methods[Name]['result']>;
  <Result = OtherFields, Name extends string = MethodName | (string & {})>(
    method: Name extends keyof Methods ? never : Name,
    args?: SlackArguments,
    call?: CallOptions,
  ): Promise<SlackResult & Result>;
}

/**
 * A client of the Web API. It checks its options and sends nothing before the first call.
 *
 * @throws `usage` / `INVALID_OPTION` at once for options that cannot work.
 * @see https://docs.slack.dev/apis/web-api/
 * @example
 * ```ts
 * import { createSlackWeb, type SlackWeb } from '@x/slack-rtm';
 *
 * export async function greet(token: string, channel: string): Promise<string> {
 *   const web: SlackWeb = createSlackWeb({ token });
 *   const { ts } = await web.chat.postMessage({ channel, text: 'Hello' });
 *   return ts;
 * }
 * ```
 */
export function createSlackWeb(options: SlackWebOptions): SlackWeb {
  return createWeb(createSlackHttp(options), options);
}

/** The Web API over an HTTP that is there already. */
export function createWeb(http: Http, options: SlackWebOptions): SlackWeb {
  const web = createMethods(async (method, args, call) => callMethod(http, method, args, call)) as SlackWeb;
  return keepParts(web, { http, options });
}

/** Calls a method: by POST always, so that no argument stands in an address. */
export async function callMethod(
  http: Http,
  method: string,
  args?: SlackArguments,
  { signal, timeoutMs, retries }: CallOptions = {},
  repeatable: boolean = isReading(method),
): Promise<unknown> {
  if (!/^[a-z]\w*(\.\w+)*$/i.test(method)) refuseArgument('method', "a name like 'chat.postMessage'");
  return http.json('POST', `/${segment(method, 'slack', SlackError)}`, {
    form: encodeArguments(args),
    signal,
    timeoutMs,
    retries,
    repeatable,
  });
}
