import { checkNumber, isBrowser } from '@x/http-core';
import { refuseOption } from './errors.js';
import type { LiveOptions } from './live-options.js';
import type { SlackWebOptions, TokenSource } from './options.js';

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
