import { badRequest } from '../../errors.js';
import type { ConversationType } from '../../state/model/index.js';
import {
  clearableString,
  clearableUrl,
  objects,
  optionalBoolean,
  optionalMetadataChange,
  requiredWord,
  type Body,
  type MetadataChange,
} from '../fields.js';

/** What may be said of a conversation at any time. Null clears. */
export interface ConversationChange {
  readonly displayName: string | null | undefined;
  readonly description: string | null | undefined;
  readonly iconUrl: string | null | undefined;
  readonly metadata: MetadataChange | undefined;
}

export function readConversationChange(body: Body): ConversationChange {
  return {
    displayName: clearableString(body, 'displayName', 100),
    description: clearableString(body, 'description', 100),
    iconUrl: clearableUrl(body, 'iconUrl'),
    metadata: optionalMetadataChange(body, 'metadata'),
  };
}

export interface ParticipantInput {
  /** Names the user by `userId` or `userExternalId`. */
  readonly body: Body;
  readonly subscribeSDKClient: boolean;
}

export function readParticipants(body: Body): {
  readonly type: ConversationType;
  readonly participants: readonly ParticipantInput[];
} {
  const type = requiredWord(body, 'type', ['personal', 'sdkGroup']);
  const participants = objects(body, 'participants', { to: 10 }) ?? [];
  if (type === 'personal' && participants.length !== 1) {
    throw badRequest('Conversations of type personal should have exactly 1 participant');
  }
  return { type, participants: participants.map((participant) => readParticipant(participant, type)) };
}

export function readParticipant(body: Body, type: ConversationType): ParticipantInput {
  const subscribeSDKClient = optionalBoolean(body, 'subscribeSDKClient');
  if (type === 'sdkGroup' && subscribeSDKClient === undefined) {
    throw badRequest("should have required property 'subscribeSDKClient'");
  }
  return { body, subscribeSDKClient: subscribeSDKClient ?? false };
}
