import { conflict, notFound } from '../errors.js';
import { changeMetadata, type MetadataChange } from '../input/fields.js';
import type { Service } from '../service.js';
import { conversationsOf } from './conversations.js';
import type { App, Metadata, Profile, User } from './model/index.js';
import type { Store } from './store.js';

/** What is known of a user that is to be. */
export interface NewUser {
  readonly externalId?: string | undefined;
  readonly brandId?: string | undefined;
  readonly profile?: Partial<Profile>;
  readonly metadata?: Metadata;
  readonly signedUpAt?: number | undefined;
  readonly toBeRetained?: boolean | undefined;
  readonly credentialRequired?: boolean;
}

/** What changes: undefined leaves a thing as it is, null clears it. */
export interface UserChange {
  readonly profile: { readonly [Name in keyof Profile]?: string | null | undefined };
  readonly metadata: MetadataChange | undefined;
  readonly signedUpAt: number | undefined;
  readonly toBeRetained?: boolean | undefined;
}

export const emptyProfile: Profile = {
  givenName: undefined,
  surname: undefined,
  email: undefined,
  avatarUrl: undefined,
  locale: undefined,
  localeOrigin: undefined,
};

/** A user by the service's id or by the id that the business gave; users of brands are told apart by the brand. */
export function findUser(store: Store, appId: string, reference: string, brandId?: string): User | undefined {
  const byId = store.users.get(reference);
  if (byId?.appId === appId) return byId;
  for (const user of store.users.values()) {
    if (user.appId === appId && user.externalId === reference && user.brandId === brandId) return user;
  }
  return undefined;
}

export function requireUser(store: Store, appId: string, reference: string, brandId?: string): User {
  const user = findUser(store, appId, reference, brandId);
  if (user === undefined) throw notFound('App user');
  return user;
}

export function createUser(service: Service, appId: string, input: NewUser): User {
  const { externalId, brandId } = input;
  const { ids, store, clock } = service;
  if (externalId !== undefined && findUser(store, appId, externalId, brandId) !== undefined) {
    throw conflict('User already exists');
  }
  const user: User = {
    id: ids.object(),
    appId,
    externalId,
    zendeskId: undefined,
    brandId,
    profile: withLocaleOrigin({ ...emptyProfile, ...input.profile }),
    metadata: input.metadata ?? {},
    identities: [],
    toBeRetained: input.toBeRetained,
    signedUpAt: input.signedUpAt ?? clock.now(),
    animalName: service.animalName(),
    credentialRequired: input.credentialRequired ?? false,
    isSecured: input.credentialRequired ?? false,
    sdkClientId: ids.object(),
    hasPaymentInfo: false,
    businessSystems: [],
    clients: [],
  };
  store.users.set(user.id, user);
  return user;
}

/** Adds to what is known: fields and metadata keys that are not named stay as they are. */
export function updateUser(user: User, change: UserChange): void {
  const metadata = changeMetadata(user.metadata, change.metadata, "'metadata'");
  const profile: Record<string, string | undefined> = { ...user.profile };
  for (const [name, value] of Object.entries(change.profile)) {
    if (value !== undefined) profile[name] = value ?? undefined;
  }
  user.profile = withLocaleOrigin({ ...emptyProfile, ...profile });
  user.metadata = metadata;
  user.signedUpAt = change.signedUpAt ?? user.signedUpAt;
  user.toBeRetained = change.toBeRetained ?? user.toBeRetained;
}

/** Here nobody but a call says what language somebody speaks. */
function withLocaleOrigin(profile: Profile): Profile {
  return { ...profile, localeOrigin: profile.locale === undefined ? undefined : 'api' };
}

/** Forgets what tells of the person; ids, channels and what was said stay. */
export function clearPersonalInformation(user: User): void {
  user.profile = emptyProfile;
  user.metadata = {};
  for (const client of user.clients) {
    client.displayName = undefined;
    client.avatarUrl = undefined;
    client.info = {};
  }
}

/** Takes the user away with their own conversations and all files that were uploaded for them. */
export function removeUser(service: Service, app: App, user: User): void {
  const { store } = service;
  store.users.delete(user.id);
  for (const conversation of conversationsOf(store, user.id)) {
    if (conversation.type === 'personal') store.conversations.delete(conversation.id);
    else conversation.participants = conversation.participants.filter(({ userId }) => userId !== user.id);
  }
  for (const attachment of store.attachments.values()) {
    if (attachment.forUserId === user.id) store.attachments.delete(attachment.path);
  }
  service.publish({ kind: 'user:remove', app, user, at: service.clock.now() });
}

/** What a user is called in the conversation. */
export function displayName(store: Store, user: User): string | undefined {
  const given = [user.profile.givenName, user.profile.surname].filter((name) => name !== undefined);
  if (given.length > 0) return given.join(' ');
  return store.apps.get(user.appId)?.settings.useAnimalNames === true ? user.animalName : undefined;
}
