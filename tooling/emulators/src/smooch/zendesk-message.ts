import type { Service } from './service.js';
import { businessAuthor } from './state/authors.js';
import { requireConversation } from './state/conversations.js';
import { postDraft } from './state/messages.js';
import type { App, Fields, User } from './state/model/index.js';
import { viewMessage } from './views/common/message.js';
import type { Wire } from './views/common/wire.js';

/** A message that only Zendesk itself can write. */
export interface ZendeskMessage {
  readonly text: string;
  /** Who it is from. Default: nobody in particular. */
  readonly subtype?: 'AI' | 'activity' | 'agent' | 'bot' | undefined;
  readonly displayName?: string | undefined;
  /** What happened, of a message of the system: `{ type: 'ticket:closed', data: {} }`. */
  readonly activity?: Fields | undefined;
  /** Where the answer was found: `{ uri, title, description }`, ten at most. */
  readonly references?: readonly Fields[] | undefined;
}

export function writeByZendesk(service: Service, app: App, user: User, message: ZendeskMessage): Wire {
  const { text, subtype, displayName, activity, references } = message;
  const { store } = service;
  if (references !== undefined && (references.length < 1 || references.length > 10)) {
    throw new RangeError('A message has one to ten references.');
  }
  const author = businessAuthor(store.account, app.id, {
    name: displayName,
    subtypes: subtype === undefined ? undefined : [subtype],
  });
  const content = { type: 'text', text, actions: [] } as const;
  const draft = { author, content, metadata: undefined, payload: undefined, activity, references };
  const [written] = postDraft(service, app, requireConversation(store, user), draft, false);
  return viewMessage(written);
}
