import type { Clock } from '../../frame/index.js';
import type { Message } from '../state/model.js';

/** Pins of fourteen days ago are none any more. */
const pinLifeMs = 14 * 24 * 3_600_000;

/** Pins a message for as long as a pin holds. Then only the star stays; nobody is known to be told. */
export function pin(clock: Clock, message: Message, userId: number, at: number): void {
  message.pins.set(userId, at);
  clock.after(at + pinLifeMs - clock.now(), () => {
    // One that was taken out and set again has its own time.
    if (message.pins.get(userId) === at) message.pins.delete(userId);
  });
}
