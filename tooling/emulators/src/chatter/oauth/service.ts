import type { Clock, Random } from '../../frame/index.js';
import type { Instances } from '../instances.js';
import type { Sessions } from '../sessions.js';
import type { ChatterState } from '../state/state.js';
import type { Apps } from './apps.js';
import type { AssertionsSeen } from './assertion.js';
import type { AuthorizationCodes } from './authorization-codes.js';
import type { DeviceCodes } from './device-codes.js';
import type { LoginRate } from './login-rate.js';
import type { RefreshTokens } from './refresh-tokens.js';
import type { RequestsInFlight } from './requests-in-flight.js';
import type { SigningKey } from './signing-key.js';
import type { OAuthSwitches } from './switches.js';

/** Says which user a foreign token stands for, by username; undefined for a token that it does not accept. */
export type TokenHandler = (
  subjectToken: string,
  subjectTokenType: string,
) => string | undefined | Promise<string | undefined>;

/** What the OAuth endpoints work with. */
export interface OAuthService {
  readonly clock: Clock;
  readonly random: Random;
  readonly state: ChatterState;
  readonly sessions: Sessions;
  readonly instances: Instances;
  readonly apps: Apps;
  readonly refreshTokens: RefreshTokens;
  readonly inFlight: RequestsInFlight;
  readonly codes: AuthorizationCodes;
  readonly deviceCodes: DeviceCodes;
  readonly assertionsSeen: AssertionsSeen;
  readonly loginRate: LoginRate;
  readonly signingKey: () => Promise<SigningKey>;
  readonly switches: OAuthSwitches;
  /** By the name of the handler; the one without a name is under the empty one. */
  readonly tokenHandlers: Map<string, TokenHandler>;
}
