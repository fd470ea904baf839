import type { RegisteredApp } from './apps.js';
import { scopeInvalid } from './oauth-error.js';

/** What an application gets that asks for these scopes, separated by spaces, or for none in particular. */
export function grantedScope(asked: string | null, app: RegisteredApp): string {
  const allowed = scopesOf(app);
  if (asked === null || asked.trim() === '') return allowed.join(' ');
  const wanted = [...new Set(asked.trim().split(/\s+/).map(currentName))];
  const isAllowed = (scope: string): boolean =>
    allowed.includes(scope) || (allowed.includes('full') && scope !== 'refresh_token');
  if (!wanted.every(isAllowed)) throw scopeInvalid();
  return wanted.join(' ');
}

/** The scopes of an application without those that make no sense where nobody is there to approve. */
export function scopeWithout(app: RegisteredApp, ...dropped: readonly string[]): string {
  return scopesOf(app)
    .filter((scope) => !dropped.includes(scope))
    .join(' ');
}

export function hasScope(scope: string, name: string): boolean {
  return scope.split(' ').includes(name);
}

function scopesOf(app: RegisteredApp): string[] {
  return [...new Set(app.scopes.map(currentName))];
}

/** One scope has two names. */
function currentName(scope: string): string {
  return scope === 'offline_access' ? 'refresh_token' : scope;
}
