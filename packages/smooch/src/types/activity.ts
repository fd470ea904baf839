import type { Conversation } from './conversation.js';
import type { Open } from './open.js';

/** Something that the business does in a conversation. */
export interface Activity {
  readonly type: Open<'conversation:read' | 'typing:start' | 'typing:stop'>;
  /** Default `appMaker`, which is all that the service takes. */
  readonly role?: 'appMaker' | undefined;
  /** Under which name it is shown. */
  readonly name?: string | undefined;
  readonly avatarUrl?: string | undefined;
}

/** A conversation, in the envelope of the service. */
export interface ConversationResponse {
  readonly conversation: Conversation;
}
