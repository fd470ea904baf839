import type { Open, OtherFields } from '../open.js';
import type { Method } from './method.js';

/** Tokens as OAuth gives them. */
export interface IssuedToken {
  readonly access_token: string;
  readonly token_type: Open<'bot' | 'user'>;
  /** Between commas. */
  readonly scope: string;
  readonly refresh_token?: string;
  /** In seconds. */
  readonly expires_in?: number;
}

/** A token for `apps.manifest.*`, and what gets the next. */
export interface ConfigurationGrant {
  readonly token: string;
  readonly refresh_token: string;
  readonly team_id: string;
  readonly user_id: string;
  /** Seconds since 1970. */
  readonly iat: number;
  /** Seconds since 1970: twelve hours later. */
  readonly exp: number;
}

/** Tokens. The functions of `@x/slack-rtm/oauth` call them. */
export interface OAuthMethods {
  'oauth.v2.access': Method<
    {
      readonly client_id?: string | undefined;
      readonly client_secret?: string | undefined;
      readonly code?: string | undefined;
      readonly code_verifier?: string | undefined;
      readonly redirect_uri?: string | undefined;
      readonly grant_type?: Open<'authorization_code' | 'refresh_token'> | undefined;
      readonly refresh_token?: string | undefined;
      readonly assertion?: string | undefined;
    },
    {
      readonly access_token?: string;
      readonly token_type?: string;
      readonly scope?: string;
      readonly refresh_token?: string;
      /** In seconds. */
      readonly expires_in?: number;
      readonly bot_user_id?: string;
      readonly app_id: string;
      readonly team: { readonly id: string; readonly name?: string } | null;
      readonly enterprise?: OtherFields | null;
      readonly authed_user?: OtherFields & { readonly id: string } & Partial<IssuedToken>;
      readonly is_enterprise_install?: boolean;
    }
  >;
  'oauth.v2.exchange': Method<
    {
      readonly client_id: string;
      readonly client_secret: string;
    },
    {
      readonly access_token?: string;
      readonly token_type?: string;
      readonly scope?: string;
      readonly refresh_token?: string;
      readonly expires_in?: number;
    }
  >;
  'tooling.tokens.rotate': Method<
    {
      readonly refresh_token: string;
    },
    ConfigurationGrant
  >;
}
