import { forbidden, notFound } from '../errors.js';
import type { App } from '../state/model.js';
import type { Store } from '../state/store.js';
import { findUser } from '../state/users.js';
import type { Caller } from './caller.js';

export interface Access {
  /** The app that the path names; undefined on the short paths. */
  readonly appId: string | undefined;
  /** The user that the path names. */
  readonly user: string | undefined;
  /** Whether the route can be reached with a token for a single user. */
  readonly openToAppUser: boolean;
}

/** The app that the call is about, provided that this caller may reach it. */
export function authorize(store: Store, caller: Caller, access: Access): App {
  const appId = appIdFor(caller, access.appId);
  const app = store.apps.get(appId);
  if (app === undefined) throw notFound('App');
  if (caller.scope === 'appUser' && !reachesUser(store, caller, access)) throw forbidden();
  return app;
}

/** The key of an app implies the app. The key of an account does not, so there the path must name it. */
function appIdFor(caller: Caller, named: string | undefined): string {
  if (caller.scope === 'account') {
    if (named === undefined) throw forbidden();
    return named;
  }
  if (named !== undefined && named !== caller.appId) throw forbidden();
  return caller.appId;
}

function reachesUser(store: Store, caller: Extract<Caller, { scope: 'appUser' }>, access: Access): boolean {
  if (!access.openToAppUser) return false;
  if (access.user === undefined || access.user === caller.userId) return true;
  return findUser(store, caller.appId, access.user)?.externalId === caller.userId;
}
