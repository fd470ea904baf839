import type { ChatEvent } from '../events.js';
import type { Context } from '../model/context.js';
import { createRecent } from '@x/http-core/recent';
import { createCombinations } from './combinations.js';
import { createEventObjects } from './objects.js';
import { viewOf, type Call } from './views-by-type.js';
import type { WireEvent } from './wire-event.js';

/** Makes events of those of one frame, oldest first, and of what they mean together. */
export type ReadEvents = (events: readonly WireEvent[], emit: (event: ChatEvent) => void) => void;

/** Of so many messages it is remembered that they speak to the account. */
const mostCalls = 1000;
const notCalled: Call = { isReply: false, isMention: false };

/** Makes events of what the service sent, and lets the objects that they are about know. */
export function createReader(context: Pick<Context, 'rooms' | 'users' | 'messages'>): ReadEvents {
  const objects = createEventObjects(context);
  const combinations = createCombinations((id, name) => {
    const room = context.rooms.get(id);
    return name === undefined || room.known.name !== undefined ? room : room.learn({ name });
  });
  const calls = createRecent<number, Call>(mostCalls);

  /** A reply and a mention come before the message itself, under an id of their own. */
  function callOf({ event_type: type, message_id: id }: WireEvent): Call {
    if (id === undefined) return notCalled;
    if (type === 8 || type === 18) {
      const { isReply, isMention } = calls.get(id) ?? notCalled;
      calls.set(id, { isReply: isReply || type === 18, isMention: isMention || type === 8 });
    }
    return type === 1 || type === 2 ? (calls.get(id) ?? notCalled) : notCalled;
  }

  return (events, emit) => {
    for (const data of events) {
      const event = viewOf(data, objects, objects.hear(data), callOf(data));
      emit(event);
      const together = combinations.after(event);
      if (together !== undefined) emit(together);
    }
    for (const together of combinations.afterFrame()) emit(together);
  };
}
