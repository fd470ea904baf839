/** What WhatsApp shows of the business. */
export interface IntegrationProfile {
  /** At most about 139 characters. */
  readonly about?: string | undefined;
  /** At most 256 characters. */
  readonly address?: string | undefined;
  /** At most 256 characters. */
  readonly description?: string | undefined;
  /** At most 128 characters. */
  readonly email?: string | undefined;
  readonly photoUrl?: string | undefined;
  /** The line of business. */
  readonly vertical?: string | undefined;
  /** At most 2, of 256 characters each. */
  readonly websites?: readonly string[] | undefined;
}

/** A profile, in the envelope of the service. */
export interface ProfileResponse {
  readonly profile: IntegrationProfile;
}

/** Where the service keeps the new picture of a profile. */
export interface PhotoResponse {
  readonly photoUrl: string;
}
