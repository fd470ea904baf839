import type { Http } from '@x/http-core';
import { refuseArgument } from './errors.js';
import type { Smooch } from './types/smooch.js';

/** What a client was made of. */
export interface SmoochParts {
  /** The service from its version on: what belongs to the account. */
  readonly root: Http;
  /** The same from an app on, whether or not the path names it. */
  readonly app: Http;
  /** The app, where it is known. */
  readonly appId: string | undefined;
  /** Whether what the service would refuse is refused before it is sent. */
  readonly checks: boolean;
  /** The same client for another app. */
  readonly forApp: (appId: string) => Smooch;
}

const known = /* @__PURE__ */ new WeakMap<object, SmoochParts>();

/** Remembers what a client was made of, for the functions that take one. */
export function keepParts(smooch: Smooch, parts: SmoochParts): Smooch {
  known.set(smooch, parts);
  return smooch;
}

/** What is behind a client; anything else is refused. */
export function partsOf(smooch: Smooch): SmoochParts {
  return known.get(smooch) ?? refuseArgument('smooch', 'what createSmooch made');
}
