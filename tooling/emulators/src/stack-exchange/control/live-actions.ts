import {
  type ControlAction,
  listOf,
  needed,
  oneOf,
  optional,
  readWholeNumber,
  readTruth,
  readAnyObject,
} from '../../frame/index.js';
import type { StackExchangeControl } from '../control.js';
import { onServer, readInteger } from './action-fields.js';
import type { EmittedEvent } from './emit.js';

/** What happens to sockets and events, over HTTP. */
export function liveActions(control: StackExchangeControl): Readonly<Record<string, ControlAction>> {
  return {
    sockets: onServer(control, {}, (server) => server.sockets()),
    events: onServer(control, { roomId: needed(readWholeNumber) }, (server, { roomId }) =>
      server.events(roomId),
    ),
    cut: onServer(
      control,
      {
        how: optional(oneOf('close', 'drop', 'reset', 'halfFrame', 'deaf')),
        socketId: optional(readWholeNumber),
      },
      (server, { how, socketId }) => ({ cut: server.cut(how, socketId) }),
    ),
    reset: onServer(control, {}, (server) => server.reset()),
    reload: onServer(control, {}, (server) => server.reload()),
    exit: onServer(
      control,
      { roomId: needed(readWholeNumber), userId: optional(readInteger) },
      (server, { roomId, userId }) => server.exit(roomId, userId),
    ),
    'keep-alives': onServer(control, { on: optional(readTruth) }, (server, { on = true }) =>
      server.keepAlives(on),
    ),
    'skip-ids': onServer(control, { count: optional(readWholeNumber) }, (server, { count }) => ({
      newestId: server.skipIds(count),
    })),
    emit: onServer(
      control,
      {
        event: needed(readEvent),
        roomId: optional(readWholeNumber),
        to: optional(readAudience),
        underEveryRoom: optional(readTruth),
      },
      (server, { event, ...options }) => ({ id: server.emit(event, options) }),
    ),
  };
}

/** Everything in it goes out as it is, but the type must be a number. */
function readEvent(value: unknown, name: string): EmittedEvent {
  const { event_type, ...fields } = readAnyObject(value, name);
  return { ...fields, event_type: readInteger(event_type, `${name}.event_type`) };
}

const readPeople = listOf(readInteger);

function readAudience(value: unknown, name: string): 'everybody' | readonly number[] {
  return value === 'everybody' ? value : readPeople(value, name);
}
