import type { Service } from '../service.js';
import type { Received } from '../sockets/text-frame.js';
import type { Frame } from '../state/events.js';
import { noteActivity } from './activity.js';
import type { Connection } from './connection.js';
import type { FloodGate } from './flood.js';
import { query, subscribe } from './presence.js';
import { receiveMessage } from './receive-message.js';
import { receivePing } from './receive-ping.js';
import { receiveTyping } from './receive-typing.js';
import { rateLimited, replyError, tooFast } from './replies.js';

/** RFC 6455, section 7.4.1. The service names no codes of its own. */
const messageTooBig = 1009;

/** What somebody is at their screen for; a client sends `tickle` to say no more than that. */
const activities: ReadonlySet<unknown> = new Set(['message', 'typing', 'user_typing', 'tickle']);

/** How fast the frames of one connection may come: messages, and those of typing and presence. */
export interface Gates {
  readonly messages: FloodGate;
  readonly notices: FloodGate;
}

/** Takes a frame from a client. What is binary, no JSON or of no known type is recorded and left unanswered. */
export function receive(service: Service, connection: Connection, gates: Gates, received: Received): void {
  const { byteLength, text, frame } = received;
  const { id: connectionId, session } = connection;
  connection.noteReceived(received);
  service.hub.record({ connectionId, userId: session.userId, at: service.clock.now(), text, frame });
  if (byteLength > service.switches.frameBytes) {
    connection.close(messageTooBig);
    return;
  }
  if (activities.has(frame?.['type'])) noteActivity(service, connection);
  switch (frame?.['type']) {
    case 'message':
      receiveGated(service, connection, gates.messages, frame);
      break;
    case 'ping':
      receivePing(connection, frame);
      break;
    case 'typing':
    case 'user_typing':
      gated(connection, gates.notices, () => receiveTyping(service, connection, frame));
      break;
    case 'presence_sub':
      gated(connection, gates.notices, () => subscribe(service, connection, frame));
      break;
    case 'presence_query':
      gated(connection, gates.notices, () => query(service, connection, frame));
      break;
    default:
  }
}

/** What is too fast is left undone. That is said by no answer, which frames of presence do not have. */
function gated(connection: Connection, gate: FloodGate, run: () => void): void {
  const verdict = gate.pass();
  if (verdict === 'pass') run();
  else if (verdict === 'too fast') connection.send({ type: 'error', error: rateLimited(gate.waitSeconds()) });
  else connection.close();
}

function receiveGated(service: Service, connection: Connection, gate: FloodGate, frame: Frame): void {
  const verdict = gate.pass();
  if (verdict === 'pass') receiveMessage(service, connection, frame);
  else if (verdict === 'too fast') replyError(connection, frame, tooFast);
  else connection.close();
}
