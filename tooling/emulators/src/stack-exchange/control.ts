import type { Faults, FrameFaultRules, FrameFaults, RequestMatch } from '../frame/index.js';
import { type ChatServerControl, createServerControl } from './control/chat-server-control.js';
import type { ChatHost } from './network/sites.js';
import { cloudflareAnswer, type CloudflareRefusal } from './pages/cloudflare.js';
import type { Service } from './service.js';
import type { Captcha } from './switches.js';

/** Which requests Cloudflare answers in place of the service, and how. */
export interface CloudflareOptions {
  /** Default: all. */
  readonly match?: RequestMatch;
  /** How many. Default 1; `Infinity` for all. */
  readonly times?: number;
  /** Seconds that the answer asks to wait. Default: 30 for `limited`, none for the others. */
  readonly retryAfterSeconds?: number;
}

/**
 * What the emulator adds to the control. The functions that it shares with `ChatServerControl` act on `chat.stackexchange.com`, which
 * loopback stands for. All of this can be done over HTTP, too: `POST /_emulator/` with the name in kebab-case.
 *
 * | what goes wrong | how it is made |
 * |---|---|
 * | a socket ends without a close frame (1006), with one (1001), by a reset, in half a frame, or goes deaf | `cut('drop')`, `cut('close')`, `cut('reset')`, `cut('halfFrame')`, `cut('deaf')` |
 * | no signs of life | `keepAlives(false)` |
 * | frames doubled, out of order, late, lost, spoilt | `frameFaults.add({ fault: { kind: 'duplicate' } })`, `swap`, `delay`, `lose`, `garble`, `cut` |
 * | a gap in the ids | `skipIds()`, or `frameFaults` with `lose` |
 * | what was missed is forgotten; everything is to be loaded anew | `reset()`; `reload()` |
 * | sockets are refused | `socketsRefused(true)` |
 * | 500, 502, 503 with a page | `faults.add({ fault: { kind: 'html', status: 502 } })` |
 * | a page in place of JSON; half of the JSON | `faults.add({ fault: { kind: 'html', status: 200 } })`; `truncate` |
 * | slow answers | `faults.add({ fault: { kind: 'delay', ms: 5_000 } })` |
 * | too fast | `refuseNextPosts(4, 3)`, `refuseNextVotes(1)`, `throttle({ gapSeconds: () => 20 })` |
 * | an address limit, a block, a challenge | `cloudflare('limited')`, `cloudflare('blocked')`, `cloudflare('challenge')` |
 * | the session of the chat is lost, every login is, every fkey | `expireChatCookies()`, `expireSessions()`, `rotateFkeys()` |
 * | nobody can log in | `captcha(true)`, `accountMissing(true)`, `readOnly(true)` |
 * | a room freezes, goes private, is deleted, in timeout, or must be left | `freeze`, `changeRoom(1, { access: 'private' })`, `deleteRoom`, `timeout`, `exit` |
 * | somebody is kicked or banned while they send | `kick`, `ban`, while `faults` delays their request |
 * | a message moves or goes while it is edited | `move`, `remove`, the same way |
 * | events and fields that nobody knows | `emit({ event_type: 99, anything: true, room_id: 1 })` |
 */
export interface StackExchangeControl extends ChatServerControl {
  /** Loses, doubles, reorders, delays or spoils frames of sockets. */
  readonly frameFaults: FrameFaults;
  /** The same for any of the chat servers. */
  server(host: ChatHost): ChatServerControl;
  /** Handshakes of sockets are answered with 503, so that clients have to poll. Open sockets stay. */
  socketsRefused(on: boolean): void;
  /** Ends every login, on the main sites and in the chats. Open sockets stay. */
  expireSessions(): void;
  /**
   * Ends the sessions of the chats alone: whoever sends their old cookie is nobody to a POST, until a page of the chat, asked for with
   * a login that still holds, gives a new one and a new fkey.
   */
  expireChatCookies(): void;
  /** Every fkey that was given out is worthless from now on; logins stay. */
  rotateFkeys(): void;
  /** Whoever logs in is asked to prove to be human: with a page (true) or a redirect to one. */
  captcha(how: boolean | Captcha): void;
  /** Whoever logs in is told that the site has no account for them yet. */
  accountMissing(on: boolean): void;
  /** Nobody can log in, as during maintenance. */
  readOnly(on: boolean): void;
  /** Requests are answered by Cloudflare, one by default, with 403 or (`limited`) 429. The function returned takes it back. */
  cloudflare(refusal: CloudflareRefusal, options?: CloudflareOptions): () => void;
}

const usualWaitSeconds = 30;

export function createStackExchangeControl(
  service: Service,
  faults: Faults,
  frameFaults: FrameFaultRules,
): StackExchangeControl {
  const { switches, sessions, chats } = service;
  const controls: Readonly<Record<ChatHost, ChatServerControl>> = {
    'chat.stackexchange.com': createServerControl(service, chats['chat.stackexchange.com']),
    'chat.stackoverflow.com': createServerControl(service, chats['chat.stackoverflow.com']),
    'chat.meta.stackexchange.com': createServerControl(service, chats['chat.meta.stackexchange.com']),
  };
  return {
    ...controls['chat.stackexchange.com'],
    frameFaults,
    server: (host) => controls[host],
    socketsRefused(on) {
      switches.socketsRefused = on;
    },
    expireSessions: () => sessions.expireAll(),
    expireChatCookies: () => sessions.expireChatCookies(),
    rotateFkeys: () => sessions.rotateFkeys(),
    captcha(how) {
      switches.captcha = typeof how === 'string' ? how : how ? 'page' : undefined;
    },
    accountMissing(on) {
      switches.withoutAccount = new Set(on ? service.people : []);
    },
    readOnly(on) {
      switches.readOnly = on;
    },
    cloudflare(refusal, { match, times, retryAfterSeconds } = {}) {
      const wait = retryAfterSeconds ?? (refusal === 'limited' ? usualWaitSeconds : undefined);
      return faults.add({
        fault: { kind: 'status', ...cloudflareAnswer(refusal, wait) },
        ...(match === undefined ? {} : { match }),
        ...(times === undefined ? {} : { times }),
      });
    },
  };
}
