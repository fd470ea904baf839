import type { Service } from '../service.js';
import type { Received } from '../sockets/text-frame.js';
import type { Frame } from '../state/events.js';
import type { Connection } from './connection.js';
import type { FloodGate } from './flood.js';
import { query, subscribe } from './presence.js';
import { receiveMessage } from './receive-message.js';
import { receivePing } from './receive-ping.js';
import { receiveTyping } from './receive-typing.js';
import { replyError, tooFast } from './replies.js';

/** RFC 6455, section 7.4.1. The service names no codes of its own. */
const messageTooBig = 1009;

/** What somebody is at their screen for; a client sends `tickle` to say no more than that. */
const activities: ReadonlySet<unknown> = new Set(['message', 'typing', 'user_typing', 'tickle']);

/** Takes a frame from a client. What is binary, no JSON or of no known type is recorded and left unanswered. */
export function receive(service: Service, connection: Connection, gate: FloodGate, received: Received): void {
  const { byteLength, text, frame } = received;
  const { id: connectionId, session } = connection;
  connection.noteReceived(received);
  service.hub.record({ connectionId, userId: session.userId, at: service.clock.now(), text, frame });
  if (byteLength > service.switches.frameBytes) {
    connection.close(messageTooBig);
    return;
  }
  if (activities.has(frame?.['type'])) connection.activeAt = service.clock.now();
  switch (frame?.['type']) {
    case 'message':
      receiveGated(service, connection, gate, frame);
      break;
    case 'ping':
      receivePing(connection, frame);
      break;
    case 'typing':
    case 'user_typing':
      receiveTyping(service, connection, frame);
      break;
    case 'presence_sub':
      subscribe(service, connection, frame);
      break;
    case 'presence_query':
      query(service, connection, frame);
      break;
    default:
  }
}

function receiveGated(service: Service, connection: Connection, gate: FloodGate, frame: Frame): void {
  const verdict = gate.pass();
  if (verdict === 'pass') receiveMessage(service, connection, frame);
  else if (verdict === 'too fast') replyError(connection, frame, tooFast);
  else connection.close();
}
