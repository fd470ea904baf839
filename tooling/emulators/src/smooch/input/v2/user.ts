import { badRequest } from '../../errors.js';
import type { NewUser, UserChange } from '../../state/users.js';
import {
  changeMetadata,
  clearableString,
  clearableUrl,
  limitedString,
  optionalBoolean,
  optionalMetadataChange,
  optionalObject,
  type Body,
} from '../fields.js';
import { readTime } from '../times.js';

export function readNewUser(body: Body): NewUser {
  const change = readUserChange(body);
  const externalId = limitedString(body, 'externalId', 1024);
  if (externalId === '') throw badRequest("'externalId' should NOT be shorter than 1 characters");
  const profile: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(change.profile)) profile[name] = value ?? undefined;
  return {
    externalId,
    brandId: clearableString(body, 'brandId', 24) ?? undefined,
    profile,
    metadata: changeMetadata({}, change.metadata, 'User metadata'),
    signedUpAt: change.signedUpAt,
    toBeRetained: change.toBeRetained,
  };
}

export function readUserChange(body: Body): UserChange {
  const profile = optionalObject(body, 'profile') ?? {};
  const email = clearableString(profile, 'email', 128);
  if (typeof email === 'string' && !/^[^@\s]+@[^@\s]+$/.test(email)) {
    throw badRequest("'email' should match format 'email'");
  }
  return {
    profile: {
      givenName: clearableString(profile, 'givenName', 128),
      surname: clearableString(profile, 'surname', 128),
      email,
      avatarUrl: clearableUrl(profile, 'avatarUrl'),
      locale: clearableString(profile, 'locale', 64),
    },
    metadata: optionalMetadataChange(body, 'metadata'),
    signedUpAt: readTime(body, 'signedUpAt'),
    toBeRetained: optionalBoolean(body, 'toBeRetained'),
  };
}
