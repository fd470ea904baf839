import type { Service } from '../service.js';
import type { User } from '../state/model.js';
import { approve, readAuthorization } from './approve.js';
import { configurationScopes, issueConfigurationToken } from './tooling-tokens-rotate.js';

/** An app as its maker knows it. */
export interface OAuthClientSnapshot {
  readonly appId: string;
  readonly appName: string;
  /** Whether RTM works for it. */
  readonly classic: boolean;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** How apps come by their tokens. */
export interface SlackOAuthControl {
  apps(): readonly OAuthClientSnapshot[];
  /** A person agrees to what an authorization address asks for; the result is where the browser is sent. */
  approve(user: string, url: string | URL): string;
  /** From now on the tokens of an app are given for twelve hours, with refresh tokens; or no longer. */
  rotateTokens(on: boolean, appId?: string): void;
  /** A token for configuring apps, for `tooling.tokens.rotate`. */
  issueConfigurationToken(user: string): { readonly token: string; readonly refreshToken: string };
}

export function createOAuthControl(service: Service, userOf: (reference: string) => User): SlackOAuthControl {
  const { oauth } = service;
  const chosen = (appId: string | undefined) => {
    const found = [...oauth.clients.values()].find(({ app }) =>
      appId === undefined ? !app.classic : app.id === appId,
    );
    if (found === undefined) throw new RangeError(`There is no app ${appId ?? 'with granular scopes'}.`);
    return found;
  };
  return {
    apps: () =>
      [...oauth.clients.values()].map(({ app, clientId, clientSecret }) => ({
        appId: app.id,
        appName: app.name,
        classic: app.classic,
        clientId,
        clientSecret,
      })),
    approve(user, url) {
      const request = readAuthorization(service, new URL(url));
      if (request === undefined) throw new RangeError('The address names no known app, or no redirect_uri.');
      return approve(service, request, userOf(user).id);
    },
    rotateTokens(on, appId) {
      chosen(appId).rotates = on;
    },
    issueConfigurationToken: (user) =>
      issueConfigurationToken(service, {
        kind: 'user',
        appId: chosen(undefined).app.id,
        userId: userOf(user).id,
        scopes: configurationScopes,
      }),
  };
}
