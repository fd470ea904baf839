import { conflict, notFound } from '../errors.js';
import type { Service } from '../service.js';
import { participates } from './conversations.js';
import type { Metadata, Profile, User } from './model.js';
import type { Store } from './store.js';

export interface UserInput {
  readonly profile: Profile;
  readonly metadata: Metadata;
  readonly signedUpAt: number | undefined;
}

export const emptyProfile: Profile = { givenName: undefined, surname: undefined, email: undefined };

/** A user by the service's id or by the id that the business gave. */
export function findUser(store: Store, appId: string, reference: string): User | undefined {
  const byId = store.users.get(reference);
  if (byId?.appId === appId) return byId;
  for (const user of store.users.values()) {
    if (user.appId === appId && user.externalId === reference) return user;
  }
  return undefined;
}

export function requireUser(store: Store, appId: string, reference: string): User {
  const user = findUser(store, appId, reference);
  if (user === undefined) throw notFound('App user');
  return user;
}

export function createUser(
  service: Service,
  appId: string,
  externalId: string | undefined,
  input: UserInput,
  credentialRequired = false,
): User {
  if (externalId !== undefined && findUser(service.store, appId, externalId) !== undefined) {
    throw conflict('User already exists');
  }
  const user: User = {
    id: service.ids.object(),
    appId,
    externalId,
    profile: input.profile,
    metadata: input.metadata,
    signedUpAt: input.signedUpAt ?? service.clock.now(),
    animalName: service.animalName(),
    credentialRequired,
    clients: [],
  };
  service.store.users.set(user.id, user);
  return user;
}

/** Adds to what is known: fields and metadata keys that are not named stay as they are. */
export function updateUser(user: User, input: UserInput): void {
  user.profile = {
    givenName: input.profile.givenName ?? user.profile.givenName,
    surname: input.profile.surname ?? user.profile.surname,
    email: input.profile.email ?? user.profile.email,
  };
  user.metadata = { ...user.metadata, ...input.metadata };
  user.signedUpAt = input.signedUpAt ?? user.signedUpAt;
}

/** Takes the user away with the conversation and all files that were uploaded for it. */
export function removeUser(store: Store, user: User): void {
  store.users.delete(user.id);
  for (const conversation of store.conversations.values()) {
    if (conversation.isDefault && participates(conversation, user.id)) {
      store.conversations.delete(conversation.id);
    }
  }
  for (const attachment of store.attachments.values()) {
    if (attachment.forUserId === user.id) store.attachments.delete(attachment.path);
  }
}

/** What a user is called in the conversation. */
export function displayName(store: Store, user: User): string | undefined {
  const given = [user.profile.givenName, user.profile.surname].filter((name) => name !== undefined);
  if (given.length > 0) return given.join(' ');
  return store.apps.get(user.appId)?.useAnimalNames === true ? user.animalName : undefined;
}
