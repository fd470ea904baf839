import { noticeWire } from '../actions/event-drafts.js';
import { eventType } from '../state/wire-event.js';
import { jsonAnswer, okAnswer } from './answers.js';
import type { Call } from './call.js';
import { requireUser } from './lookups.js';
import { Declined } from './refusals.js';
import { requireAccount } from './rights.js';
import { numberIn, type Route } from './route.js';

/** What people settle for themselves. */
export const userSettingRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/users/ignorelist',
    handle: (call) => jsonAnswer([...requireAccount(call).ignored]),
  },
  {
    method: 'POST',
    path: '/users/ignorelist/add',
    handle: (call) => changeIgnored(call, (ignored, id) => ignored.add(id)),
  },
  {
    method: 'POST',
    path: '/users/ignorelist/remove',
    handle: (call) => changeIgnored(call, (ignored, id) => ignored.delete(id)),
  },
  {
    method: 'POST',
    path: '/users/desktopnotify',
    handle(call) {
      requireAccount(call).desktopNotify = call.form.get('value') ?? '';
      return okAnswer();
    },
  },
];

/** Other pages of the same user learn that the list has changed. */
function changeIgnored(call: Call, change: (ignored: Set<number>, id: number) => void): Response {
  const user = requireAccount(call);
  const other = requireUser(call, numberIn(call.form, 'id') ?? 0);
  if (other === user) throw new Declined('You cannot ignore yourself');
  change(user.ignored, other.id);
  const { events } = call.chat.server;
  const wire = noticeWire(call.scene, { type: eventType.userSettingsChanged, actor: user });
  events.append([{ roomId: nowhere, audience: new Set([user.id]), wire }]);
  return okAnswer();
}

/** No room has this id. */
const nowhere = 0;
