import type { Clock } from '../../frame/index.js';
import type { Ids } from '../ids.js';
import type { App, Token } from '../state/model.js';

/** How long an authorization code can be exchanged. */
const codeMs = 10 * 60_000;

/** What an app proves itself by, and how its tokens live. */
export interface OAuthClient {
  readonly app: App;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Whether its tokens expire and come with refresh tokens. Cannot be taken back at the service. */
  rotates: boolean;
}

/** What somebody has agreed to. */
export interface Grant {
  readonly clientId: string;
  readonly userId: string;
  readonly botScopes: readonly string[];
  readonly userScopes: readonly string[];
  readonly redirectUri: string | undefined;
  /** The digest of the verifier that has to come with the code, in base64url. */
  readonly challenge: string | undefined;
  readonly expiresAt: number;
}

/** The right to one more token like an earlier one. */
export type RefreshRight = Pick<Token, 'kind' | 'appId' | 'userId' | 'scopes'>;

/** Who may ask for tokens, and what has been promised to them. */
export interface OAuth {
  /** By client id. */
  readonly clients: ReadonlyMap<string, OAuthClient>;
  /** Gives an app what it proves itself by. */
  register(app: App): void;
  /** A code that stands for what was agreed to, for ten minutes. */
  issueCode(grant: Omit<Grant, 'expiresAt'>): string;
  /** Uses a code up. Undefined for one that is unknown, used or too old. */
  redeemCode(code: string): Grant | undefined;
  issueRefreshToken(right: RefreshRight): string;
  /** What a refresh token stands for; it stays good. */
  findRefreshToken(value: string): RefreshRight | undefined;
  /** Uses a refresh token up. */
  spendRefreshToken(value: string): void;
}

export function createOAuth(clock: Clock, ids: Ids): OAuth {
  const clients = new Map<string, OAuthClient>();
  const codes = new Map<string, Grant>();
  const refreshTokens = new Map<string, RefreshRight>();
  return {
    clients,
    register(app) {
      const client = { app, clientId: ids.client(), clientSecret: ids.request(), rotates: false };
      clients.set(client.clientId, client);
    },
    issueCode(grant) {
      const code = `${ids.client()}.${ids.ticket()}`;
      codes.set(code, { ...grant, expiresAt: clock.now() + codeMs });
      return code;
    },
    redeemCode(code) {
      const grant = codes.get(code);
      codes.delete(code);
      return grant !== undefined && grant.expiresAt > clock.now() ? grant : undefined;
    },
    issueRefreshToken(right) {
      const value = `xoxe-1-${ids.ticket()}`;
      refreshTokens.set(value, right);
      return value;
    },
    findRefreshToken: (value) => refreshTokens.get(value),
    spendRefreshToken: (value) => void refreshTokens.delete(value),
  };
}
