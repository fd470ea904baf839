import type { SingleEvent } from './events-by-name.js';

/** The parts of events of v1 and v1.1 that tell one from another. */
interface Told {
  readonly trigger?: unknown;
  readonly messages?: readonly { readonly _id?: string }[];
  readonly message?: { readonly _id?: string };
  readonly destination?: { readonly type?: string };
  readonly isFinalEvent?: boolean;
}

/**
 * What is the same each time an event is sent again, and of no other event. v2 gives its events ids; in v1 and v1.1 it is
 * made of the trigger and the messages; of events without any, of all that came. Rejects for what is no object.
 */
export async function idOf(event: SingleEvent): Promise<string> {
  const id: unknown = 'id' in event && event.id;
  if (typeof id === 'string' && event.trigger === undefined) return id;
  const { trigger, messages, message, destination, isFinalEvent } = event as Told;
  const ids = [message, ...(messages ?? [])].flatMap((each) => each?._id ?? []);
  const parts =
    ids.length > 0 ? [ids.join(), destination?.type, isFinalEvent] : [await digestOf(JSON.stringify(event))];
  return [trigger, ...parts].join(':');
}

async function digestOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
