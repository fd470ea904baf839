import { toSeconds } from '../content/wire-json.js';
import type { Scene } from '../actions/scene.js';
import type { Audience } from '../state/event-log.js';

/** An event made by hand. The id is given to it; whatever other fields it has go out as they are. */
export interface EmittedEvent {
  readonly event_type: number;
  /** Seconds since 1970. Default: now. */
  readonly time_stamp?: number;
  /** Brings the name with it, unless that is given, too. */
  readonly user_id?: number;
  /** The same. Without it the event names no room. */
  readonly room_id?: number;
  readonly [field: string]: unknown;
}

/** Who is told of an event made by hand. */
export interface EmitOptions {
  /** The room where it happens. Default: the one that it names; without any, nobody but `to` is told. */
  readonly roomId?: number;
  /** Everybody on the server, or these people, instead of all who are in the room. */
  readonly to?: 'everybody' | readonly number[];
  /** True for one that is told under the key of every room of those who are told, as flags are. */
  readonly underEveryRoom?: boolean;
}

export function emitEvent({ server, clock }: Scene, event: EmittedEvent, options: EmitOptions): number {
  const { event_type, time_stamp = toSeconds(clock.now()), ...fields } = event;
  const { user_id, room_id } = event;
  const { to } = options;
  const audience: Audience = to === undefined ? 'room' : to === 'everybody' ? to : new Set(to);
  const user = user_id === undefined ? undefined : server.users.get(user_id);
  const room = room_id === undefined ? undefined : server.rooms.get(room_id);
  server.events.append([
    {
      roomId: options.roomId ?? room_id ?? 0,
      audience,
      ...(options.underEveryRoom === true ? { underEveryRoom: true } : {}),
      wire: (id) => ({
        event_type,
        time_stamp,
        id,
        ...(user === undefined ? {} : { user_name: user.name }),
        ...(room === undefined ? {} : { room_name: room.name }),
        ...fields,
      }),
    },
  ]);
  return server.events.newestId;
}
