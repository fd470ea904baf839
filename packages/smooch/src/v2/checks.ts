import { checkLength } from '../checks/values.js';
import { refuseArgument } from '../errors.js';
import { checkMetadata } from '../checks/metadata.js';
import type { Sunshine } from './client.js';
import type { ConversationCreateBody, ConversationUpdateBody } from './types/conversation-body.js';
import type { UserCreateBody, UserUpdateBody } from './types/user-body.js';

/** Refuses a user that the service would refuse. */
export function checkUser(
  { checks }: Sunshine,
  user: Pick<UserCreateBody, 'externalId' | 'brandId'> & Pick<UserUpdateBody, 'profile' | 'metadata'>,
): void {
  if (!checks) return;
  const { externalId, brandId, profile, metadata } = user;
  checkLength(refuseArgument, 'externalId', externalId, 1024);
  checkLength(refuseArgument, 'brandId', brandId, 24);
  for (const field of ['givenName', 'surname', 'email'] as const) {
    checkLength(refuseArgument, `profile.${field}`, profile?.[field], 128);
  }
  checkLength(refuseArgument, 'profile.avatarUrl', profile?.avatarUrl, 2048);
  checkLength(refuseArgument, 'profile.locale', profile?.locale, 64);
  checkMetadata(refuseArgument, 'metadata', metadata);
}

/** Refuses a conversation that the service would refuse. */
export function checkConversation(
  { checks }: Sunshine,
  conversation: Pick<ConversationCreateBody, 'participants'> &
    ConversationUpdateBody & { readonly type?: ConversationCreateBody['type'] },
): void {
  if (!checks) return;
  const { type, participants = [], displayName, description, iconUrl, metadata } = conversation;
  if (type === 'personal' && participants.length !== 1) {
    refuseArgument('participants', 'exactly one in a personal conversation');
  }
  if (participants.length > 10) refuseArgument('participants', 'at most ten');
  for (const participant of participants) checkUserChoice('a participant', participant);
  checkLength(refuseArgument, 'displayName', displayName, 100);
  checkLength(refuseArgument, 'description', description, 100);
  checkLength(refuseArgument, 'iconUrl', iconUrl, 2048);
  checkMetadata(refuseArgument, 'metadata', metadata);
}

/** Refuses a user who is named in no way, or in two. */
export function checkUserChoice(
  name: string,
  {
    userId,
    userExternalId,
  }: { readonly userId?: string | undefined; readonly userExternalId?: string | undefined },
): void {
  if ((userId === undefined) === (userExternalId === undefined)) {
    refuseArgument(name, 'named by userId or by userExternalId, and by one of them only');
  }
}
