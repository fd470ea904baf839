/** A key to the API. */
export interface ApiKey {
  /** `app_…`, or `int_…` for an integration. */
  readonly id: string;
  readonly displayName?: string | null;
  /** Who has it, has the key. */
  readonly secret: string;
}

/** A key to be made. */
export interface KeyCreateBody {
  /** What it is for: 1 to 100 characters. */
  readonly displayName: string;
}

/** The answer that has a key. */
export interface KeyResponse {
  readonly key: ApiKey;
}
