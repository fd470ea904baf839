import type { AppSettings, RegisteredApp } from './apps.js';
import { approve } from './authorize-endpoint.js';
import { decideDevice } from './device-endpoint.js';
import { usualLoginRate } from './login-rate.js';
import type { OAuthService, TokenHandler } from './service.js';
import { userNamed } from './users.js';

/** The strings of the part that lets people and applications in. */
export interface OAuthControl {
  /** Registers an application, or changes the one with this client id, and returns it. */
  registerApp(settings?: AppSettings): RegisteredApp;
  /**
   * Logs this user in at an authorization URL and approves, as a person would, and returns where the browser is sent. Throws the
   * error that the person would see, if the application is unknown or its redirect URI is not registered.
   */
  approve(username: string, url: string | URL): string;
  /** Lets the device that shows this code in as this user. */
  approveDevice(username: string, userCode: string): void;
  /** Denies it. */
  denyDevice(username: string, userCode: string): void;
  /**
   * Lets tokens of others be exchanged: the handler says which username such a token stands for. A request may name one by
   * `token_handler`; without a name it is the one that is asked otherwise.
   */
  handleTokens(handler: TokenHandler, name?: string): void;
  /** From now on every refresh rotates the refresh token, or none does. An application that says which has its way. */
  rotateTokens(on: boolean): void;
  /** Makes the emulator a host such as login.salesforce.com, which knows less than an org's own, or gives it back to its org. */
  actAsLoginHost(on: boolean): void;
  /** Closes the org or opens it again. A closed one gives no tokens and has no sessions. */
  activateOrg(on: boolean): void;
  /** Lets somebody leave or come back. Whoever has left gets no tokens, and those that there are let nobody in. */
  activateUser(username: string, on: boolean): void;
  /** Whether the org takes usernames and passwords for tokens, as it does at first. */
  allowPasswordGrant(on: boolean): void;
  /** From now on the `jti` of a JWT can be used once, or again and again. */
  refuseReplays(on: boolean): void;
  /** Lets each user log in so many times an hour, counted from now; undefined gives back the usual 3,600. */
  loginRate(loginsPerHour: number | undefined): void;
  /**
   * Moves the org to another address, and returns it. Token answers name it from now on. The old address goes on giving tokens,
   * and sends all other calls on by 302, or breaks their connection with `oldAnswers: false`. With `endSessions` nobody stays
   * logged in. The host is loopback in any case; by another name it is another host for a client. Default 127.0.0.1.
   */
  moveInstance(options?: InstanceMove): Promise<string>;
  /** How many token requests have arrived, whatever became of them. */
  readonly tokenRequests: number;
}

export interface InstanceMove {
  readonly host?: 'localhost' | '127.0.0.1';
  readonly oldAnswers?: boolean;
  readonly endSessions?: boolean;
}

export function createOAuthControl(
  service: OAuthService,
  server: { readonly listenAlso: () => Promise<string> },
): OAuthControl {
  const { apps, switches, state, sessions, instances } = service;
  const named = (username: string) => {
    const user = userNamed(state, username);
    if (user === undefined) throw new RangeError(`There is no user ${username}.`);
    return user;
  };
  return {
    registerApp: (settings = {}) => apps.register(settings),
    approve: (username, url) => approve(new URL(url).searchParams, named(username), service),
    approveDevice: (username, userCode) => decideDevice(userCode, named(username), true, service),
    denyDevice: (username, userCode) => decideDevice(userCode, named(username), false, service),
    handleTokens(handler, name = '') {
      service.tokenHandlers.set(name, handler);
    },
    rotateTokens(on) {
      switches.rotatesTokens = on;
    },
    actAsLoginHost(on) {
      switches.isLoginHost = on;
    },
    activateOrg(on) {
      switches.isOrgActive = on;
      if (!on) sessions.closeAll();
    },
    activateUser(username, on) {
      const user = named(username);
      state.users.set(user.id, { ...user, isActive: on });
    },
    allowPasswordGrant(on) {
      switches.allowsPasswordGrant = on;
    },
    refuseReplays(on) {
      switches.refusesReplays = on;
    },
    loginRate: (loginsPerHour = usualLoginRate) => service.loginRate.set(loginsPerHour),
    async moveInstance({ host = '127.0.0.1', oldAnswers = true, endSessions = false } = {}) {
      const url = (await server.listenAlso()).replace('127.0.0.1', host);
      instances.move(url, oldAnswers);
      if (endSessions) sessions.closeAll();
      return url;
    },
    get tokenRequests() {
      return switches.tokenRequests;
    },
  };
}
