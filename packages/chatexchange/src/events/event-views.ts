import type { Message } from '../model/message.js';
import type { Room } from '../model/room.js';
import type { User } from '../model/user.js';
import type { EventObjects } from './objects.js';
import type { EventBase, WireEvent } from './wire-event.js';

/**
 * An event is a view of what the service sent: what is behind it is looked up when it is asked for, so that one that
 * nobody looks at costs next to nothing.
 */
export class EventView<Type extends string, TypeId extends number> implements EventBase<Type, TypeId> {
  readonly type: Type;
  readonly typeId: TypeId;
  readonly id: number | undefined;
  readonly timeStamp: number | undefined;
  readonly data: WireEvent;
  readonly #objects: EventObjects;
  #user: User | undefined;

  constructor(type: Type, typeId: TypeId, data: WireEvent, objects: EventObjects) {
    this.type = type;
    this.typeId = typeId;
    this.id = data.id;
    this.timeStamp = data.time_stamp;
    this.data = data;
    this.#objects = objects;
  }

  get room(): Room | undefined {
    return this.#objects.room(this.data);
  }
  get user(): User | undefined {
    return (this.#user ??= this.#objects.user(this.data.user_id, this.data.user_name));
  }
  get target(): User | undefined {
    return this.#objects.user(this.data.target_user_id);
  }
  get targetUserId(): number | undefined {
    return this.data.target_user_id;
  }
  get content(): string | undefined {
    return this.data.content;
  }
}

/** See {@link EventView}: of those about a message. */
export class MessageView<Type extends string, TypeId extends number> extends EventView<Type, TypeId> {
  readonly #objects: EventObjects;
  readonly #place: number;
  #message: Message | undefined;

  constructor(type: Type, typeId: TypeId, data: WireEvent, objects: EventObjects, place: number) {
    super(type, typeId, data, objects);
    this.#objects = objects;
    this.#place = place;
  }

  get message(): Message {
    return (this.#message ??= this.#objects.message(this.data, this.#place));
  }
  get showParent(): boolean {
    return this.data.show_parent === true;
  }
  get parentMessageId(): number | undefined {
    return this.data.parent_id;
  }
  get parentUsername(): string | undefined {
    return this.data.parent_username ?? undefined;
  }
  get parentText(): string | undefined {
    return this.data.parent_text ?? undefined;
  }
  get edits(): number {
    return this.data.message_edits ?? 0;
  }
  get stars(): number {
    return this.data.message_stars ?? 0;
  }
  get pins(): number {
    return this.data.message_owner_stars ?? 0;
  }
  get flags(): number {
    return this.data.message_flags ?? 0;
  }
}
