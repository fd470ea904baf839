import {
  type ControlAction,
  needed,
  optional,
  readText,
  readWholeNumber,
  readTruth,
} from '../../frame/index.js';
import type { StackExchangeControl } from '../control.js';
import { onServer, readInteger } from './action-fields.js';

const userId = needed(readInteger);

/** What changes people on one chat server, over HTTP. */
export function peopleActions(control: StackExchangeControl): Readonly<Record<string, ControlAction>> {
  return {
    users: onServer(control, {}, (server) => server.users()),
    'add-user': onServer(
      control,
      {
        name: needed(readText),
        reputation: optional(readWholeNumber),
        isModerator: optional(readTruth),
      },
      (server, { name, ...options }) => ({ id: server.addUser(name, options) }),
    ),
    rename: onServer(control, { userId, name: needed(readText) }, (server, input) =>
      server.rename(input.userId, input.name),
    ),
    'set-reputation': onServer(control, { userId, reputation: optional(readWholeNumber) }, (server, input) =>
      server.setReputation(input.userId, input.reputation),
    ),
    'set-moderator': onServer(control, { userId, on: optional(readTruth) }, (server, input) =>
      server.setModerator(input.userId, input.on),
    ),
    ban: onServer(control, { userId, durationMs: needed(readWholeNumber) }, (server, input) =>
      server.ban(input.userId, input.durationMs),
    ),
    'delete-user': onServer(control, { userId }, (server, input) => server.deleteUser(input.userId)),
  };
}
