import type { Metadata, MetadataChange } from '../../types/open.js';
import type { User } from './user.js';

/** What is known of a person, to be written. `null` empties a field. */
export interface ProfileBody {
  readonly givenName?: string | null | undefined;
  readonly surname?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly avatarUrl?: string | null | undefined;
  /** As BCP 47 has it: `fr-CA`. */
  readonly locale?: string | null | undefined;
}

/** A user to be made. */
export interface UserCreateBody {
  /** Your id: 1 to 1,024 characters. */
  readonly externalId?: string | undefined;
  /** The brand that the user belongs to, where users are kept apart by brand. */
  readonly brandId?: string | null | undefined;
  /** A text is ISO 8601. */
  readonly signedUpAt?: string | Date | undefined;
  /** Whether the user is kept for ever, whatever the retention of the app. */
  readonly toBeRetained?: boolean | undefined;
  readonly profile?: ProfileBody | undefined;
  readonly metadata?: Metadata | null | undefined;
}

/** What is to change of a user. What is left out stays, in `profile` and `metadata` too; `null` empties. */
export interface UserUpdateBody {
  /** A text is ISO 8601. */
  readonly signedUpAt?: string | Date | undefined;
  readonly toBeRetained?: boolean | undefined;
  readonly profile?: ProfileBody | undefined;
  readonly metadata?: MetadataChange | null | undefined;
}

/** In which brand a user is looked for, where users are kept apart by brand and one is named by your id. */
export interface BrandChoice {
  readonly brandId?: string | undefined;
}

/** The answer that has a user. */
export interface UserResponse {
  readonly user: User;
}
