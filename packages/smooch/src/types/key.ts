import type { PageFacts } from './page.js';

/** A key, with which tokens are signed. */
export interface SecretKey {
  /** Begins with `app_` for an app, with `svc_` for a service account. */
  readonly _id: string;
  readonly name: string;
  readonly secret: string;
}

/** A key, in the envelope of the service. */
export interface KeyResponse {
  readonly key: SecretKey;
}

/** The keys that there are. They come all at once. */
export interface KeysPage extends PageFacts {
  readonly keys: readonly SecretKey[];
}

/** A token that the service has signed with a key. It has no end. */
export interface JwtResponse {
  readonly jwt: string;
}
