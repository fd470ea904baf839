import type { Service } from '../service.js';
import type { App, Token } from '../state/model.js';
import { appLevelScopes, classicScopes, granularBotScopes } from './scopes.js';

export interface TokenWish {
  readonly kind: Token['kind'];
  readonly app: App;
  /** Whom it acts as. An app-level token has nobody. */
  readonly userId?: string;
  readonly scopes?: readonly string[];
  /** Default: it lives until it is revoked. */
  readonly lifeMs?: number;
  /** Whether it looks like a token that has a successor. */
  readonly rotating?: boolean;
}

/** Issues a token. What it may do depends on whether its app is a classic one. */
export function issueToken(
  { clock, ids, store }: Pick<Service, 'clock' | 'ids' | 'store'>,
  wish: TokenWish,
): Token {
  const { kind, app, userId, lifeMs } = wish;
  const values = {
    bot: () => ids.botToken(),
    user: () => ids.userToken(),
    app: () => ids.appToken(app.id),
    session: () => ids.sessionToken(),
  };
  const token: Token = {
    value: wish.rotating === true ? `xoxe.${values[kind]()}` : values[kind](),
    kind,
    appId: app.id,
    userId,
    cookie: kind === 'session' ? ids.sessionCookie() : undefined,
    scopes: wish.scopes ?? usualScopes(kind, app),
    classic: app.classic && kind !== 'app',
    expiresAt: lifeMs === undefined ? undefined : clock.now() + lifeMs,
    revoked: false,
  };
  store.tokens.set(token.value, token);
  return token;
}

function usualScopes(kind: Token['kind'], app: App): readonly string[] {
  if (kind === 'app') return appLevelScopes;
  return app.classic ? classicScopes : granularBotScopes;
}
