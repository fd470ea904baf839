import type { User } from '../state/model.js';
import type { ChatterState } from '../state/state.js';
import type { RegisteredApp } from './apps.js';
import { loginRateExceeded, userInactive, userNotAdmitted } from './oauth-error.js';
import type { OAuthService } from './service.js';

/** Usernames are the same in capitals and small letters. */
export function userNamed(state: ChatterState, username: string | null | undefined): User | undefined {
  const wanted = username?.toLowerCase();
  return [...state.users.values()].find((user) => user.username.toLowerCase() === wanted);
}

/** Lets a user in who is active, has not come too often, and whom the application is open to. */
export function logIn(user: User, app: RegisteredApp, service: OAuthService): void {
  if (!user.isActive) throw userInactive();
  if (app.admittedUsers !== undefined && !isAdmitted(user, app)) throw userNotAdmitted();
  if (!service.loginRate.spend(user.id)) throw loginRateExceeded();
}

/** Whether an administrator has approved the application in the name of this user. */
export function isAdmitted(user: User, app: RegisteredApp): boolean {
  return app.admittedUsers?.includes(user.username) === true;
}
