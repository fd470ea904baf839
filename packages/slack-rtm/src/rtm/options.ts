import { checkNumber, isBrowser } from '@x/http-core';
import { refuseOption } from '../errors.js';
import type { LiveOptions } from '../live/options.js';
import type { SlackWebOptions, TokenSource } from '../options.js';

/** Whose missed messages are fetched: those that were active, or those for which the function says yes. */
export type CatchUpChoice = 'active' | ((channel: string) => boolean);

/** Whose missed messages are fetched, and by how many calls. */
export interface CatchUpSettings {
  /** Default `active`. */
  readonly channels?: CatchUpChoice | undefined;
  /** How many calls may be made for one gap. Default 30. */
  readonly maxCalls?: number | undefined;
}

/** What {@link createSlackRtm} is told. */
export interface SlackRtmOptions extends SlackWebOptions, LiveOptions {
  /** As for the Web API, and never left out. */
  readonly token: TokenSource;
  /** Which method is asked for the address of a connection. Slack answers both alike today. Default `rtm.connect`. */
  readonly method?: 'rtm.connect' | 'rtm.start' | undefined;
  /**
   * Whether a connection that is lost is first made again at the address that Slack offers for it now and then. Slack may then
   * go on where the last one ended, without a gap, and a call is saved. Default true.
   */
  readonly useReconnectUrl?: boolean | undefined;
  /** How presence comes. */
  readonly presence?:
    | {
        /** Whether one event may tell of several users. Default true. */
        readonly batch?: boolean | undefined;
        /** Whether only those users are told of that were subscribed to. Default true. */
        readonly sub?: boolean | undefined;
      }
    | undefined;
  /**
   * How long a message that was written may be without any sign that it arrived, in milliseconds, before its `send()` rejects with
   * `SEND_UNCONFIRMED`. Default 60,000.
   */
  readonly ackTimeoutMs?: number | undefined;
  /**
   * Whether messages of `send()` keep to the pace that Slack allows. Without it they go at once, and only wait after Slack has
   * found them too fast: for a service that has no such limit. Default true.
   */
  readonly paceSends?: boolean | undefined;
  /**
   * Has what was missed in a gap fetched from the histories, and told in its order as `message` events: of the conversations in which
   * something happened within 24 hours (`'active'`), or of all that the token's user is in and for which a function says yes. A
   * `caughtUp` event then says what came of it. It makes at most 30 calls for a gap, or `maxCalls`; of threads it reads those in
   * which something was said within 24 hours, and those that the histories show to have got replies. The live messages of a
   * conversation wait until it is done; all else goes on. Needs the scopes of `conversations.history`.
   * Default: nothing is fetched.
   *
   * Whether a message was changed or deleted in the gap is not known then: histories hold what is left.
   */
  readonly catchUp?: CatchUpChoice | CatchUpSettings | undefined;
  /**
   * `session` goes without `rtm.connect`: it opens the socket by a session token and its cookie, in Node.js only.
   * Default `rtm`.
   */
  readonly transport?: 'rtm' | 'session' | undefined;
}

/** Refuses what RTM cannot do. */
export function checkRtmOptions({ method, transport }: SlackRtmOptions): void {
  if (!/^rtm\.(connect|start)$/.test(method ?? 'rtm.connect'))
    refuseOption('method', 'rtm.connect or rtm.start');
  if (!/^(rtm|session)$/.test(transport ?? 'rtm')) refuseOption('transport', 'rtm or session');
  if (transport === 'session' && isBrowser())
    refuseOption('transport', 'rtm in a page, which can send no cookie');
}

/** How long a message may be without a sign that it arrived. */
export function checkAckTimeout({ ackTimeoutMs = 60_000 }: SlackRtmOptions): number {
  return checkNumber(refuseOption, 'ackTimeoutMs', ackTimeoutMs, 1);
}

/** What is fetched after a gap; `undefined` when nothing is. */
export function readCatchUp({
  catchUp,
}: SlackRtmOptions):
  | { readonly wants: ((channel: string) => boolean) | undefined; readonly maxCalls: number }
  | undefined {
  if (catchUp === undefined) return undefined;
  const given: CatchUpSettings = typeof catchUp === 'object' ? catchUp : { channels: catchUp };
  const { channels = 'active', maxCalls = 30 } = given;
  if (channels !== 'active' && typeof channels !== 'function') {
    refuseOption('catchUp', "'active' or a function that takes the id of a conversation");
  }
  return {
    wants: channels === 'active' ? undefined : channels,
    maxCalls: checkNumber(refuseOption, 'catchUp.maxCalls', maxCalls, 1),
  };
}
