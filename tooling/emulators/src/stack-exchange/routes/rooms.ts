import { toSeconds } from '../content/wire-json.js';
import { roomPage } from '../pages/room.js';
import { roomInfoPage, roomInfoTabs } from '../pages/room-info.js';
import { pingableIn } from '../state/pingable.js';
import { jsonAnswer, pageAnswer } from './answers.js';
import type { Call } from './call.js';
import { requireRoom } from './lookups.js';
import { choiceIn } from './paging.js';
import { roomThumb } from './room-thumb.js';
import { idIn, type Parameters, type Route } from './route.js';

const show = (call: Call, parameters: Parameters): Response =>
  pageAnswer(roomPage(call.page, requireRoom(call, idIn(parameters, 'id')), call.service.options.presence));

const showInfo = (call: Call, parameters: Parameters): Response => {
  const users = choiceIn(call, 'users', ['current', 'frequent']);
  const tab = choiceIn(call, 'tab', roomInfoTabs);
  return pageAnswer(roomInfoPage(call.page, requireRoom(call, idIn(parameters, 'id')), { tab, users }));
};

export const roomRoutes: readonly Route[] = [
  { method: 'GET', path: '/rooms/info/:id/:slug?', handle: showInfo },
  {
    method: 'GET',
    path: '/rooms/thumbs/:id',
    handle(call, parameters) {
      const room = requireRoom(call, idIn(parameters, 'id'));
      return jsonAnswer(roomThumb(call, room, call.query.get('showUsage') === 'true'));
    },
  },
  {
    method: 'GET',
    path: '/rooms/pingable/:id',
    handle(call, parameters) {
      const room = requireRoom(call, idIn(parameters, 'id'));
      if (call.user === undefined) return jsonAnswer([]);
      const users = pingableIn(call.chat.server, room, call.page.now);
      return jsonAnswer(
        users.map(({ id, name, lastSeenAt = 0, lastPostAt = 0 }) => [
          id,
          name,
          toSeconds(lastSeenAt),
          toSeconds(lastPostAt),
        ]),
      );
    },
  },
  { method: 'GET', path: '/rooms/:id/:slug?', handle: show },
];
