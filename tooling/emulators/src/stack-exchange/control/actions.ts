import {
  action,
  type ControlAction,
  frameFaultActions,
  needed,
  oneOf,
  optional,
  readPath,
  readText,
  readTimes,
  readWholeNumber,
  readTruth,
  switching,
} from '../../frame/index.js';
import type { StackExchangeControl } from '../control.js';
import { onServer } from './action-fields.js';
import { liveActions } from './live-actions.js';
import { messageActions } from './message-actions.js';
import { peopleActions } from './people-actions.js';
import { roomActions } from './room-actions.js';

/** Everything that the control can do, over HTTP. */
export function controlActions(control: StackExchangeControl): Readonly<Record<string, ControlAction>> {
  return {
    ...messageActions(control),
    ...roomActions(control),
    ...peopleActions(control),
    ...liveActions(control),
    throttle: onServer(
      control,
      {
        on: optional(readTruth),
        gapSeconds: optional(readWholeNumber),
        windowMs: optional(readWholeNumber),
      },
      (server, { on = true, gapSeconds, windowMs }) =>
        server.throttle(
          gapSeconds === undefined
            ? on
            : { gapSeconds: () => gapSeconds, ...(windowMs === undefined ? {} : { windowMs }) },
        ),
    ),
    'refuse-next-posts': onServer(control, refusalFields, (server, { seconds, times }) =>
      server.refuseNextPosts(seconds, times),
    ),
    'refuse-next-votes': onServer(control, refusalFields, (server, { seconds, times }) =>
      server.refuseNextVotes(seconds, times),
    ),
    ...frameFaultActions(control.frameFaults),
    'sockets-refused': switching((on) => control.socketsRefused(on)),
    'expire-sessions': () => control.expireSessions(),
    'expire-chat-cookies': () => control.expireChatCookies(),
    'rotate-fkeys': () => control.rotateFkeys(),
    captcha: action(
      { on: optional(readTruth), how: optional(oneOf('page', 'redirect')) },
      ({ on = true, how }) => control.captcha(on && how !== undefined ? how : on),
    ),
    'account-missing': switching((on) => control.accountMissing(on)),
    'read-only': switching((on) => control.readOnly(on)),
    cloudflare: action(
      {
        refusal: needed(oneOf('blocked', 'challenge', 'limited')),
        method: optional(readText),
        path: optional(readPath),
        times: optional(readTimes),
        retryAfterSeconds: optional(readWholeNumber),
      },
      ({ refusal, method, path, ...options }) => {
        const match = {
          ...(method === undefined ? {} : { method }),
          ...(path === undefined ? {} : { path }),
        };
        control.cloudflare(refusal, { match, ...options });
      },
    ),
  };
}

const refusalFields = { seconds: needed(readWholeNumber), times: optional(readWholeNumber) };
