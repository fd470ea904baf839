import type { Clock } from '../../frame/index.js';
import type { Sessions } from '../sessions.js';
import type { ChatterState } from '../state/state.js';
import type { RefreshTokens } from './refresh-tokens.js';
import type { RequestsInFlight } from './requests-in-flight.js';

/** What the OAuth endpoints work with. */
export interface OAuthService {
  readonly clock: Clock;
  readonly state: ChatterState;
  readonly sessions: Sessions;
  readonly refreshTokens: RefreshTokens;
  readonly inFlight: RequestsInFlight;
  readonly rotatesTokens: () => boolean;
}
