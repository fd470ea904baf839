import {
  illegalValue,
  missingArgument,
  noRecipients,
  notFound,
  tooLong,
  tooManyRecipients,
} from '../errors.js';
import { keyPrefix } from '../ids.js';
import type { NewMessage } from '../state/conversation.js';
import type { User } from '../state/model.js';
import type { ChatterState } from '../state/state.js';
import { Fields } from './fields.js';
import { readId } from './ids.js';
import type { Input } from './read-input.js';

const longestMessage = 10_000;
const mostRecipients = 9;

/** Reads a User Message, or the same as flat parameters. A reply goes to all who are in the conversation. */
export function readMessage(
  { fields, isJson }: Input,
  caller: { readonly user: User; readonly state: ChatterState },
): NewMessage {
  const name = isJson ? 'body' : 'text';
  const text = fields.needText(name);
  if (text.length > longestMessage) throw tooLong(name, longestMessage);
  const inReplyTo = fields.text('inReplyTo');
  const recipientIds =
    inReplyTo === undefined ? readRecipients(fields, caller) : membersOfReply(inReplyTo, caller);
  return { senderId: caller.user.id, recipientIds, text };
}

/** Ids in a list; as the guide's table has it, objects with an id each in an object; as a parameter, ids with commas. */
function readRecipients(
  fields: Fields,
  { user, state }: { readonly user: User; readonly state: ChatterState },
): string[] {
  const raw = fields.raw('recipients');
  const isWrapped = typeof raw === 'object' && !Array.isArray(raw);
  const list = isWrapped
    ? (fields.object('recipients')?.list('recipients') ?? [])
    : fields.list('recipients');
  if (list.length === 0) throw noRecipients();
  if (list.length > mostRecipients) throw tooManyRecipients(mostRecipients);
  const ids = new Set(list.map((item) => readId(idOf(item), keyPrefix.user)));
  for (const id of ids) {
    const recipient = state.users.get(id);
    if (recipient === undefined) throw notFound();
    if (!recipient.isActive || id === user.id) throw illegalValue('recipients', id);
  }
  return [...ids];
}

function idOf(item: unknown): string {
  if (typeof item === 'string') return item;
  const id = Fields.of(item, 'recipients').text('recipient');
  if (id === undefined) throw missingArgument('recipient');
  return id;
}

/** The others in the conversation of a message that the caller has sent or got. */
function membersOfReply(
  given: string,
  { user, state }: { readonly user: User; readonly state: ChatterState },
): string[] {
  const message = state.messages.get(readId(given, keyPrefix.message));
  const members = state.conversations.get(message?.conversationId ?? '')?.memberIds ?? [];
  if (!members.includes(user.id)) throw notFound();
  return members.filter((id) => id !== user.id);
}
