import {
  action,
  type ControlAction,
  frameFaultActions,
  listOf,
  needed,
  oneOf,
  optional,
  readText,
  readTimes,
  readTruth,
  readAnyObject,
  readWholeNumber,
  switching,
} from '../../frame/index.js';
import type { SlackControl } from '../control.js';
import { readFrame } from './action-fields.js';
import { cutField } from './cut-field.js';
import { inspectionActions } from './inspection-actions.js';
import { peopleActions } from './people-actions.js';
import { readSwitches } from './read-switches.js';
import { socketModeActions } from './socket-mode-actions.js';

const text = needed(readText);
const connection = { connectionId: optional(readText) };

/** Everything that the control can do, over HTTP. */
export function controlActions(control: SlackControl): Readonly<Record<string, ControlAction>> {
  return {
    ...peopleActions(control),
    ...socketModeActions(control.socketMode),
    ...inspectionActions(control),
    ...tokenActions(control),
    ...socketActions(control),
    switches: () => control.switches,
    configure: (body) => control.configure(readSwitches(body)),
    'use-preset': action({ name: needed(oneOf('lenient', 'strict', 'realtime')) }, ({ name }) =>
      control.usePreset(name),
    ),
    'rate-limits': switching((on) => control.rateLimits(on)),
    'limit-method': action(
      { method: text, perMinute: optional(readWholeNumber), burst: optional(readWholeNumber) },
      ({ method, perMinute, burst = perMinute }) =>
        control.limitMethod(
          method,
          perMinute === undefined || burst === undefined ? undefined : { perMinute, burst },
        ),
    ),
    'refuse-method': action(
      {
        method: text,
        error: text,
        token: optional(readText),
        times: optional(readTimes),
        skip: optional(readWholeNumber),
        details: optional(readAnyObject),
      },
      ({ method, error, ...options }) => void control.refuseMethod(method, error, options),
    ),
    'expire-cursors': () => control.expireCursors(),
    seed: action(
      {
        users: optional(readWholeNumber),
        channels: optional(readWholeNumber),
        messages: optional(readWholeNumber),
        channel: optional(readText),
      },
      (growth) => control.seed(growth),
    ),
    migrate: action({ ms: needed(readWholeNumber) }, ({ ms }) => control.migrate(ms)),
  };
}

function socketActions(control: SlackControl): Readonly<Record<string, ControlAction>> {
  return {
    connections: () => control.connections(),
    sends: () => control.sends,
    send: action({ ...connection, data: needed(readFrame) }, ({ data, connectionId }) =>
      control.send(data, connectionId),
    ),
    goodbye: action({ ...connection, graceMs: optional(readWholeNumber) }, (options) =>
      control.goodbye(options),
    ),
    cut: action({ ...connection, how: cutField, code: optional(readWholeNumber) }, ({ how, ...options }) =>
      control.cut(how, options),
    ),
    ...frameFaultActions(control.frameFaults),
  };
}

function tokenActions(control: SlackControl): Readonly<Record<string, ControlAction>> {
  return {
    'issue-token': action(
      {
        kind: needed(oneOf('bot', 'user', 'app')),
        classic: optional(readTruth),
        user: optional(readText),
        scopes: optional(listOf(readText)),
        lifeMs: optional(readWholeNumber),
      },
      (request) => ({ token: control.issueToken(request) }),
    ),
    'revoke-token': action({ token: text }, ({ token }) => control.revokeToken(token)),
    'log-in': action({ user: text }, ({ user }) => control.logIn(user)),
    apps: () => control.oauth.apps(),
    approve: action({ user: text, url: text }, ({ user, url }) => ({
      location: control.oauth.approve(user, url),
    })),
    'rotate-tokens': action({ on: optional(readTruth), appId: optional(readText) }, ({ on = true, appId }) =>
      control.oauth.rotateTokens(on, appId),
    ),
    'issue-configuration-token': action({ user: text }, ({ user }) =>
      control.oauth.issueConfigurationToken(user),
    ),
  };
}
