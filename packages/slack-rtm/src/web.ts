import type { CallOptions, Http } from '@x/http-core';
import type { SlackArguments } from './calls/arguments.js';
import { createMethods } from './calls/chain.js';
import type { Pacers } from './pace/channel-pacers.js';
import type { SendCallBy } from './pace/paced-calls.js';
import { createSlackHttp } from './http.js';
import { loadPart } from './live/load-part.js';
import { readWebSettings, type SlackWebOptions } from './options.js';
import type { MethodName } from './types/method-names.js';
import type { CallMethod, Methods, MethodTree } from './types/methods.js';
import type { OtherFields } from './types/open.js';
import type { SlackResult } from './types/result.js';
import { keepParts } from './calls/web-parts.js';

/**
 * The Web API of one token. A method is called by its name, written as a chain or as a text; it takes its arguments by Slack's
 * names and resolves with the answer as Slack words it, always with `ok: true`.
 *
 * Every call rejects with a `SlackError`, or with the reason of its own signal: `auth` (the token does not hold), `refused` with
 * Slack's code, `rate-limit`, `http`, `network`, `timeout`, `protocol`, and `usage` before anything is sent. A call that only
 * reads is repeated by itself when it fails for a while; one that writes only when it certainly did nothing, or when Slack knows
 * it again by its `client_msg_id`. Calls keep below the rates that Slack documents; see the option `rateLimit`.
 *
 * Bytes among the arguments (`Blob`, `File`, `Uint8Array`) go as parts of a form; `token` among them goes before the client's.
 * What is known of an answer beside its body is in `result.meta`.
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
    ...given: Parameters<CallMethod<Name>>
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

/**
 * The Web API over an HTTP that is there already; posts keep the pace of their channels with whoever else posts there, and are not
 * sent any more when it is closed before their turn.
 */
export function createWeb(
  http: Http,
  options: SlackWebOptions,
  channels?: Pacers,
  closing?: AbortSignal,
): SlackWeb {
  const settings = readWebSettings(options);
  let calls: Promise<SendCallBy> | undefined;
  const call: SendCallBy = async (...given) => {
    calls ??= loadPart(import('./pace/paced-calls.js')).then(
      ({ createPacedCalls }) => createPacedCalls(settings, channels, closing),
      (error: unknown) => {
        // The next call tries again.
        calls = undefined;
        throw error;
      },
    );
    return (await calls)(...given);
  };
  return keepParts(createMethods(call.bind(undefined, http)) as SlackWeb, { options, call });
}
