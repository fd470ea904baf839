import type { Metadata, MetadataChange } from '../../types/open.js';
import type { Conversation, ConversationType, Participant } from './conversation.js';

/** A user, named by the id of the service or by yours. */
export type UserChoice =
  | { readonly userId: string; readonly userExternalId?: undefined }
  | { readonly userExternalId: string; readonly userId?: undefined };

/** Who is to take part. */
export type ParticipantJoinBody = UserChoice & {
  /** Whether the user's devices show the conversation. A group needs it. */
  readonly subscribeSDKClient?: boolean | undefined;
};

/** Who is to leave: a user, or a participant by its own id. */
export type ParticipantLeaveBody = UserChoice | { readonly participantId: string };

interface ConversationFields {
  /** 1 to 100 characters. `null` empties. */
  readonly displayName?: string | null | undefined;
  /** 1 to 100 characters. `null` empties. */
  readonly description?: string | null | undefined;
  readonly iconUrl?: string | null | undefined;
}

/** A conversation to be made. */
export interface ConversationCreateBody extends ConversationFields {
  readonly type: ConversationType;
  /** Exactly one of a `personal` conversation; of a group up to ten. */
  readonly participants?: readonly ParticipantJoinBody[] | undefined;
  readonly metadata?: Metadata | null | undefined;
}

/** What is to change of a conversation. What is left out stays. */
export interface ConversationUpdateBody extends ConversationFields {
  readonly metadata?: MetadataChange | null | undefined;
}

/** The answer that has a conversation. */
export interface ConversationResponse {
  readonly conversation: Conversation;
}

/** The answer that has a participant. */
export interface ParticipantResponse {
  readonly participant: Participant;
}
