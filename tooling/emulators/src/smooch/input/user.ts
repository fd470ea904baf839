import { badRequest } from '../errors.js';
import type { UserInput } from '../state/users.js';
import { optionalMetadata, optionalString, type Body } from './fields.js';

/** The fields that creating and updating an app user have in common. */
export function readUserInput(body: Body): UserInput {
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

function readTime(body: Body, name: string): number | undefined {
  const text = optionalString(body, name);
  if (text === undefined) return undefined;
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw badRequest(`'${name}' should be a date-time`);
  return time;
}
