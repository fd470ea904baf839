import type { SlackFrame } from '../events.js';

/** Messages that only tell of another one, or stand where one was. */
const aboutAnother = /^(message_(changed|deleted|replied)|tombstone)$/;

/** Whether something is a message that was not there before. */
export function isNewMessage<Message extends Readonly<Record<string, unknown>>>(
  message: Message,
): message is Message & { readonly ts: string } {
  const { type, subtype, hidden, ts } = message;
  return (
    type === 'message' && typeof ts === 'string' && hidden !== true && !aboutAnother.test(String(subtype))
  );
}

/** The thread that a message belongs to or began. */
export function threadOf({ thread_ts: threadTs }: Readonly<Record<string, unknown>>): string | undefined {
  return typeof threadTs === 'string' ? threadTs : undefined;
}

/** By when a message was written, changed or deleted. */
export function byTime(one: SlackFrame, other: SlackFrame): number {
  const [first, second] = [String(one['ts']), String(other['ts'])];
  return first < second ? -1 : Number(first > second);
}
