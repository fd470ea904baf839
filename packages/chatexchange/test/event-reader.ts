import type { ChatEvent, WireEvent } from '../src/events.js';
import { createReader } from '../src/events/read-events.js';
import type { Context } from '../src/model/context.js';
import { createIdentityMap } from '../src/model/identity-map.js';
import { Message } from '../src/model/message.js';
import { Room } from '../src/model/room.js';
import { User } from '../src/model/user.js';

/** The objects of a client that has no network, and what it makes of frames. */
export interface OfflineReader extends Pick<Context, 'rooms' | 'users' | 'messages'> {
  readonly read: (events: readonly WireEvent[]) => ChatEvent[];
}

export function createOfflineReader(): OfflineReader {
  const objects: Pick<Context, 'rooms' | 'users' | 'messages'> = {
    rooms: createIdentityMap((id): Room => new Room(id, objects as Context)),
    messages: createIdentityMap((id): Message => new Message(id, objects as Context)),
    users: createIdentityMap((id): User => new User(id, objects as Context)),
  };
  const readEvents = createReader(objects);
  return {
    ...objects,
    read(events) {
      const made: ChatEvent[] = [];
      readEvents(events, (event) => made.push(event));
      return made;
    },
  };
}
