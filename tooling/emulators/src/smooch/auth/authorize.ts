import { forbidden, notFound } from '../errors.js';
import type { ApiVersion, App, User } from '../state/model/index.js';
import type { Store } from '../state/store.js';
import { findUser } from '../state/users.js';
import type { Caller, Reach } from './caller.js';

export interface Access {
  readonly version: ApiVersion;
  /** The app that the path names; undefined on the short paths. */
  readonly appId: string | undefined;
  /** The user that the path names. */
  readonly user: string | undefined;
  /** The least that reaches the route. */
  readonly reach: Reach;
  /** Whether the route can be reached with a token for a single user. */
  readonly openToAppUser: boolean;
}

const ranks: Readonly<Record<Reach, number>> = { account: 2, app: 1, integration: 0 };

/** The app that the call is about, provided that this caller may reach it. */
export function authorize(store: Store, caller: Caller, access: Access): App {
  if (!isDevice(caller)) requireReach(caller, access.reach);
  const app = store.apps.get(appIdFor(store, caller, access));
  if (app === undefined) throw notFound('App');
  if (caller.scope === 'appUser' && !reachesUser(store, caller, access)) throw forbidden();
  if (caller.scope === 'appToken' && !reachesUnsecured(store, caller, access)) throw forbidden();
  return app;
}

export function requireReach(caller: Caller, reach: Reach): void {
  if (isDevice(caller) || ranks[caller.scope] < ranks[reach]) throw forbidden();
}

/** Whether somebody calls who speaks for one user and not for the business. */
export function isDevice(caller: Caller): caller is Extract<Caller, { scope: 'appUser' | 'appToken' }> {
  return caller.scope === 'appUser' || caller.scope === 'appToken';
}

/** Once a user has come with a token of their own, they are not to be reached without one. */
export function requireUnsecured({ scope }: Caller, user: User | undefined): void {
  if (scope === 'appToken' && user?.isSecured === true) throw forbidden();
}

/** The key of an app implies the app. The key of an account does not, so there the path must name it. */
function appIdFor(store: Store, caller: Caller, { appId: named, version }: Access): string {
  if (caller.scope === 'account') {
    if (named === undefined) throw forbidden();
    return named;
  }
  if (named === undefined || named === caller.appId) return caller.appId;
  // The older versions do not tell an app that is not there from one of somebody else.
  throw version === 'v2' && !store.apps.has(named) ? notFound('App') : forbidden();
}

function reachesUnsecured(
  store: Store,
  caller: Extract<Caller, { scope: 'appToken' }>,
  access: Access,
): boolean {
  if (!access.openToAppUser) return false;
  return access.user === undefined || findUser(store, caller.appId, access.user)?.isSecured !== true;
}

function reachesUser(store: Store, caller: Extract<Caller, { scope: 'appUser' }>, access: Access): boolean {
  if (!access.openToAppUser) return false;
  if (access.user === undefined) return true;
  const user = findUser(store, caller.appId, access.user);
  const isTheirs = access.user === caller.userId || user?.externalId === caller.userId;
  if (isTheirs && user !== undefined) user.isSecured = true;
  return isTheirs;
}
