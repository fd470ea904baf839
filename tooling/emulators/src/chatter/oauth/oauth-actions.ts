import {
  type ControlAction,
  listOf,
  needed,
  oneOf,
  optional,
  readObject,
  readText,
  readTexts,
  readTruth,
  readWholeNumber,
} from '../../frame/index.js';
import type { OAuthControl } from './oauth-control.js';

const appFields = {
  clientId: optional(readText),
  clientSecret: optional(readText),
  name: optional(readText),
  url: optional(readText),
  redirectUris: optional(listOf(readText)),
  scopes: optional(listOf(readText)),
  secretRequired: optional(readTruth),
  pkceRequired: optional(readTruth),
  rotatesTokens: optional(readTruth),
  refreshIdleMs: optional(readWholeNumber),
  certificates: optional(listOf(readText)),
  runAs: optional(readText),
  admittedUsers: optional(listOf(readText)),
  blockedUntilInstalled: optional(readTruth),
  mayIntrospect: optional(readTruth),
  allowedIps: optional(listOf(readText)),
};

/** The same strings over HTTP. A handler of foreign tokens is a list of them there, each with the username that it stands for. */
export function oauthActions(control: OAuthControl): Readonly<Record<string, ControlAction>> {
  return {
    'register-app': (body = {}) => control.registerApp(readObject(body, 'The application', appFields)),
    approve(body) {
      const fields = { username: needed(readText), url: needed(readText) };
      const { username, url } = readObject(body, 'The body', fields);
      return { location: control.approve(username, url) };
    },
    'approve-device': (body) => control.approveDevice(...readDevice(body)),
    'deny-device': (body) => control.denyDevice(...readDevice(body)),
    'handle-tokens'(body) {
      const fields = { usernames: needed(readTexts), name: optional(readText) };
      const { usernames, name } = readObject(body, 'The body', fields);
      control.handleTokens((token) => usernames[token], name);
    },
    'rotate-tokens': (body) => control.rotateTokens(readOn(body)),
    'act-as-login-host': (body) => control.actAsLoginHost(readOn(body)),
    'activate-org': (body) => control.activateOrg(readOn(body)),
    'activate-user'(body) {
      const fields = { username: needed(readText), on: needed(readTruth) };
      const { username, on } = readObject(body, 'The body', fields);
      control.activateUser(username, on);
    },
    'allow-password-grant': (body) => control.allowPasswordGrant(readOn(body)),
    'refuse-replays': (body) => control.refuseReplays(readOn(body)),
    'login-rate'(body = {}) {
      const fields = { loginsPerHour: optional(readWholeNumber) };
      control.loginRate(readObject(body, 'The body', fields).loginsPerHour);
    },
    async 'move-instance'(body = {}) {
      const move = readObject(body, 'The body', {
        host: optional(oneOf('localhost', '127.0.0.1')),
        oldAnswers: optional(readTruth),
        endSessions: optional(readTruth),
      });
      return { instanceUrl: await control.moveInstance(move) };
    },
  };
}

function readOn(body: unknown): boolean {
  return readObject(body, 'The body', { on: needed(readTruth) }).on;
}

function readDevice(body: unknown): [username: string, userCode: string] {
  const fields = { username: needed(readText), userCode: needed(readText) };
  const { username, userCode } = readObject(body, 'The body', fields);
  return [username, userCode];
}
