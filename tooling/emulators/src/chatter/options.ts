import type { EmulatorOptions } from '../frame/index.js';
import type { Distortion } from './distort.js';
import type { DistortionRule } from './distortions.js';
import type { OAuthControl } from './oauth/oauth-control.js';
import type { MaintenancePlan } from './state/maintenance.js';
import type { SessionFilter, SessionRefusal } from './sessions.js';
import type { LinkMetadata } from './state/link-metadata.js';

export interface ChatterEmulatorOptions extends EmulatorOptions {
  /** How long an access token lives. Default: two hours, as in most orgs. */
  readonly sessionMs?: number;
  /** Whether each refresh gives a new refresh token and ends the old one. Default false. */
  readonly rotateTokens?: boolean;
  /** Whether the versions 21.0 to 30.0 live on, with what a client of 2012 calls. Default false: they answer 410. */
  readonly legacy?: boolean;
}

/** What a client needs to talk to the emulator. */
export interface ChatterCredentials {
  /** Where the API is, and where tokens are asked for. */
  readonly instanceUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where codes of the authorization code grant are sent. */
  readonly redirectUri: string;
  readonly username: string;
  readonly password: string;
  /** Alive from the start, for `sessionMs`. */
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly orgId: string;
  /** The user whom the tokens stand for. */
  readonly userId: string;
  readonly otherUserId: string;
  readonly otherUsername: string;
  readonly otherPassword: string;
  /** Somebody whose account is not active any more. */
  readonly formerUserId: string;
  readonly formerUsername: string;
  readonly formerPassword: string;
  /** A business record with a feed. */
  readonly recordId: string;
  /** A task with a reminder. */
  readonly activityId: string;
}

/** Somebody who has just been taken on. */
export interface NewUser {
  readonly id: string;
  readonly username: string;
  readonly password: string;
}

/** A post as a test wants to see it. */
export interface PostSnapshot {
  readonly id: string;
  readonly actorId: string;
  readonly parentId: string;
  readonly text: string;
  readonly createdAt: number;
  readonly visibility: string;
}

/** The strings of this service. */
export interface ChatterControl extends OAuthControl {
  /** Ends all access tokens at once, or those of a user or of a generation. Refresh tokens stay. */
  expireSessions(filter?: SessionFilter): void;
  /**
   * Declines all sessions with a 401 that a new token does not help against, however valid they are: `agent` says "Connected
   * app is not attached to Agent", `rest` "This session is not valid for use with the REST API"; undefined lets them in again.
   */
  refuseSessions(reason: SessionRefusal | undefined): void;
  /** Lets each user and application make so many calls an hour, counted from now; undefined lifts the limit. */
  hourlyLimit(calls: number | undefined): void;
  /** Lets the org make so many calls in 24 hours, counted from now; undefined gives back the usual 15,000. */
  dailyLimit(calls: number | undefined): void;
  /**
   * Puts a web page's origin on the org's CORS allowlist, which is empty at first; with `oauth` its pages may also ask for
   * tokens.
   */
  allowOrigin(origin: string, options?: { readonly oauth?: boolean }): void;
  /** Tells the org what a web page says of itself, for `GET /chatter/link-metadata` of its address. */
  addLinkMetadata(url: string, metadata: LinkMetadata): void;
  /** Takes somebody on, by a name that nobody here has yet, who can log in at once. */
  addUser(firstName: string, lastName: string): NewUser;
  /** Makes answers strange in one way: all of them, or those that a rule is for; with false usual again. */
  distortAnswers(distortion: Distortion, rule?: DistortionRule | false): void;
  /**
   * Plans a maintenance, of which `/connect/organization` tells from then on until it is over. In its downtime every request
   * is answered by an HTML page with 503; a `ReadOnly` one is only told of, since nobody documents how it refuses.
   * Throws a `RangeError` when it ends before it begins.
   */
  planMaintenance(plan: MaintenancePlan): void;
  /** All posts, oldest first. */
  posts(): readonly PostSnapshot[];
  /** Posts plain text in the name of a user, as somebody at another screen would, and returns the id of the post. */
  addPost(userId: string, text: string): string;
}
