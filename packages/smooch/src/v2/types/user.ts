import type { Metadata, Open } from '../../types/open.js';

/** What is known of a person beside the ids. `null` is a field that was emptied. */
export interface Profile {
  readonly givenName?: string | null;
  readonly surname?: string | null;
  readonly email?: string | null;
  readonly avatarUrl?: string | null;
  /** As BCP 47 has it: `fr-CA`. */
  readonly locale?: string | null;
  /** From where the locale is known. */
  readonly localeOrigin?: Open<'zendeskAccount'> | null;
}

/** An address that a person is known by. */
export interface Identity {
  readonly type?: Open<'email'>;
  readonly value?: string;
  readonly verification?: string;
}

/** A user as others are told of: the ids. */
export interface UserReference {
  readonly id: string;
  /** Your id, if the person is known to you. */
  readonly externalId?: string | null;
  readonly zendeskId?: string | null;
  readonly brandId?: string | null;
  /** Whether the person has shown a JWT of yours. */
  readonly authenticated?: boolean;
}

/** A person who talks with the business. */
export interface User extends UserReference {
  /** ISO 8601 with milliseconds. */
  readonly signedUpAt?: string;
  /** Whether the user is kept for ever, whatever the retention of the app. */
  readonly toBeRetained?: boolean;
  readonly profile?: Profile;
  readonly metadata?: Metadata | null;
  readonly identities?: readonly Identity[];
  readonly hasPaymentInfo?: boolean;
}
