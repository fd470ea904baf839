import type { Metadata, Profile } from '../state/model/index.js';
import { optionalMetadata, optionalString, type Body } from './fields.js';
import { readTime } from './times.js';

export interface AppUserInput {
  readonly profile: Partial<Profile>;
  readonly metadata: Metadata;
  readonly signedUpAt: number | undefined;
}

/** The fields that creating and updating an app user have in common. */
export function readUserInput(body: Body): AppUserInput {
  return {
    profile: {
      givenName: optionalString(body, 'givenName'),
      surname: optionalString(body, 'surname'),
      email: optionalString(body, 'email'),
    },
    metadata: optionalMetadata(body, 'properties') ?? {},
    signedUpAt: readTime(body, 'signedUpAt'),
  };
}
