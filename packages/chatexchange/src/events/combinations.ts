import type { ChatEvent } from '../events.js';
import type { Message } from '../model/message.js';
import type { Room } from '../model/room.js';
import { readMoveNotice } from './content.js';
import type { AccessLevelChanged, UserLeft } from './room-events.js';
import type { MessagePosted } from './message-events.js';

/** What several events mean together. */
export interface Combinations {
  /** Takes an event in; gives what it completes. */
  after(event: ChatEvent): ChatEvent | undefined;
  /** What the events of one frame mean together, now that all of them are there. */
  afterFrame(): readonly ChatEvent[];
}

/** So many messages of one move are remembered: the service takes no more in one request. */
const mostMoved = 2048;
/** Both halves of a kick have the same time, or the next second's. */
const mostSecondsApart = 1;

export function createCombinations(roomOf: (id: number, name?: string) => Room): Combinations {
  const moving = new Map<number, (() => Message)[]>();
  let restricted: AccessLevelChanged[] = [];
  let left: UserLeft[] = [];

  function keep(roomId: number, message: () => Message): void {
    const all = moving.get(roomId) ?? [];
    moving.set(roomId, all);
    if (all.length < mostMoved) all.push(message);
  }

  function moved(notice: MessagePosted): ChatEvent | undefined {
    const { room, content, user, timeStamp } = notice;
    const told = readMoveNotice(content);
    if (told === undefined || room === undefined) return undefined;
    const { direction, count, roomId, roomName } = told;
    const other = roomId === undefined ? undefined : roomOf(roomId, roomName);
    const messages = (moving.get(room.id) ?? []).slice(-count).map((message) => message());
    moving.delete(room.id);
    const [from, to] = direction === 'out' ? [room, other] : [other, room];
    return { type: 'move', room, direction, from, to, messages, count, user, timeStamp, notice };
  }

  function kickOf(access: AccessLevelChanged): readonly ChatEvent[] {
    const isSame = (other: AccessLevelChanged | UserLeft): boolean =>
      other.data.room_id === access.data.room_id && whom(other) === whom(access);
    const leaves = left.filter(isSame);
    const [leave] = leaves;
    const { room, target, user, timeStamp } = access;
    if (restricted.filter(isSame).length !== 1 || leaves.length !== 1) return [];
    if (leave === undefined || room === undefined || target === undefined) return [];
    if (Math.abs((leave.timeStamp ?? 0) - (timeStamp ?? 0)) > mostSecondsApart) return [];
    return [{ type: 'kick', room, target, user, timeStamp, access, leave }];
  }

  return {
    after(event) {
      if (event.type === 'message') return event.isMoveNotice ? moved(event) : undefined;
      if (event.type === 'leave') left.push(event);
      else if (event.type === 'access' && event.access === 'read-only') restricted.push(event);
      else if (event.type === 'movedOut' || event.type === 'movedIn') {
        keep(event.data.room_id ?? 0, () => event.message);
      }
      return undefined;
    },
    afterFrame() {
      if (restricted.length === 0 && left.length === 0) return [];
      const kicks = left.length === 0 ? [] : restricted.flatMap(kickOf);
      restricted = [];
      left = [];
      return kicks;
    },
  };
}

function whom({ data }: AccessLevelChanged | UserLeft): number | undefined {
  return data.target_user_id ?? data.user_id;
}
