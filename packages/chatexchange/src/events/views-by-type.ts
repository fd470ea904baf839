import type { ChatEvent } from '../events.js';
import type { Message } from '../model/message.js';
import { isMoveNotice, readAccess, readDescription, readIds, readSuspension } from './content.js';
import { EventView, MessageView } from './event-views.js';
import type * as About from './message-events.js';
import { isId, type EventObjects } from './objects.js';
import type * as Around from './room-events.js';
import type { WireEvent } from './wire-event.js';

/** How a message speaks to this account. */
export interface Call {
  readonly isReply: boolean;
  readonly isMention: boolean;
}

class SpokenView<Type extends string, TypeId extends number> extends MessageView<Type, TypeId> {
  readonly isReply: boolean;
  readonly isMention: boolean;

  constructor(
    type: Type,
    typeId: TypeId,
    data: WireEvent,
    objects: EventObjects,
    place: number,
    { isReply, isMention }: Call,
  ) {
    super(type, typeId, data, objects, place);
    this.isReply = isReply;
    this.isMention = isMention;
  }

  get isMoveNotice(): boolean {
    return isMoveNotice(this.data.content);
  }
}

class StarView extends MessageView<'star', 6> implements About.MessageStarred {
  get byMe(): boolean {
    const { user_id: actor, message_starred: starred, message_owner_starred: pinned } = this.data;
    return actor !== undefined || starred === true || pinned === true;
  }
  get starredByMe(): boolean | undefined {
    return this.byMe ? this.data.message_starred === true : undefined;
  }
  get pinnedByMe(): boolean | undefined {
    return this.byMe ? this.data.message_owner_starred === true : undefined;
  }
}

class FlagView extends MessageView<'flag', 9> implements About.MessageFlagged {
  get flaggedByMe(): boolean {
    return this.data.message_flagged === true;
  }
}

class ModeratorFlagView extends EventView<'moderatorFlag', 12> implements About.ModeratorFlag {
  readonly #message: () => Message | undefined;

  constructor(data: WireEvent, objects: EventObjects, place: number) {
    super('moderatorFlag', 12, data, objects);
    this.#message = () => (isId(data.message_id) ? objects.message(data, place) : undefined);
  }

  get message(): Message | undefined {
    return this.#message();
  }
  get flags(): number {
    return this.data.message_flags ?? 0;
  }
}

class RoomView extends EventView<'room', 5> implements Around.RoomNameChanged {
  get name(): string | undefined {
    return this.data.room_name;
  }
  get description(): string | undefined {
    return readDescription(this.data.content, this.data.room_name);
  }
}

class AccessView extends EventView<'access', 15> implements Around.AccessLevelChanged {
  get access(): Around.AccessLevel | undefined {
    return readAccess(this.data.content);
  }
}

class SuspendView extends EventView<'suspend', 29> implements Around.UserSuspended {
  get code(): number | undefined {
    return readSuspension(this.data.content).code;
  }
  get details(): unknown {
    return readSuspension(this.data.content).details;
  }
}

class MergeView extends EventView<'merge', 30> implements Around.UserMerged {
  get userIds(): readonly number[] {
    return readIds(this.data.content);
  }
}

class UnknownView extends EventView<'unknown', number> implements Around.UnknownEvent {
  get wireType(): number {
    return this.typeId;
  }
}

/** The view of an event. One about a message that names none is unknown. */
export function viewOf(data: WireEvent, objects: EventObjects, place: number, call: Call): ChatEvent {
  if (isId(data.message_id)) {
    switch (data.event_type) {
      case 1:
        return new SpokenView('message', 1, data, objects, place, call);
      case 2:
        return new SpokenView('edit', 2, data, objects, place, call);
      case 6:
        return new StarView('star', 6, data, objects, place);
      case 8:
        return new MessageView('mention', 8, data, objects, place);
      case 9:
        return new FlagView('flag', 9, data, objects, place);
      case 10:
        return new MessageView('delete', 10, data, objects, place);
      case 18:
        return new MessageView('reply', 18, data, objects, place);
      case 19:
        return new MessageView('movedOut', 19, data, objects, place);
      case 20:
        return new MessageView('movedIn', 20, data, objects, place);
      case 37:
        return new MessageView('undelete', 37, data, objects, place);
      default:
    }
  }
  switch (data.event_type) {
    case 3:
      return new EventView('enter', 3, data, objects);
    case 4:
      return new EventView('leave', 4, data, objects);
    case 5:
      return new RoomView('room', 5, data, objects);
    case 7:
      return new EventView('debug', 7, data, objects);
    case 11:
      return new EventView('file', 11, data, objects);
    case 12:
      return new ModeratorFlagView(data, objects, place);
    case 13:
      return new EventView('settings', 13, data, objects);
    case 14:
      return new EventView('announcement', 14, data, objects);
    case 15:
      return new AccessView('access', 15, data, objects);
    case 16:
      return new EventView('notification', 16, data, objects);
    case 17:
      return new EventView('invite', 17, data, objects);
    case 21:
      return new EventView('timeBreak', 21, data, objects);
    case 22:
      return new EventView('feed', 22, data, objects);
    case 29:
      return new SuspendView('suspend', 29, data, objects);
    case 30:
      return new MergeView('merge', 30, data, objects);
    case 34:
      return new EventView('profile', 34, data, objects);
    default:
      return new UnknownView('unknown', data.event_type, data, objects);
  }
}
