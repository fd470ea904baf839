import {
  type AcceptedSocket,
  acceptSocket,
  createOutbox,
  type FrameFaultRules,
  refuseUpgrade,
  type UpgradeHandler,
} from '../../frame/index.js';
import type { Service } from '../service.js';
import { readFrame } from '../sockets/text-frame.js';
import { noteActivity } from './activity.js';
import { ticketIdOf } from './address.js';
import { Connection } from './connection.js';
import { createFloodGate } from './flood.js';
import { beginLifetime, sayGoodbye } from './lifetime.js';
import { announcePresence } from './presence.js';
import { receive } from './receive.js';
import { hasSessionToken, ticketOfSession } from './session-ticket.js';
import type { Ticket } from './tickets.js';

const expired = { type: 'error', error: { code: 1, msg: 'Socket URL has expired' } };

/** Opens RTM connections: one for each ticket. */
export function createRtmUpgrade(service: Service, faults: FrameFaultRules): UpgradeHandler {
  let opened = 0;
  return (request, socket, head) => {
    const { hub, switches, store } = service;
    const target = request.url ?? '/';
    const ticketId = ticketIdOf(target);
    const isOfSession = ticketId === undefined && hasSessionToken(target);
    if (ticketId === undefined && !isOfSession) {
      refuseUpgrade(socket, { status: 404 });
      return;
    }
    const ticket =
      ticketId === undefined
        ? ticketOfSession(service, target, request.headers.cookie)
        : hub.tickets.redeem(ticketId);
    if (isOfSession && ticket === undefined) {
      refuseUpgrade(socket, { status: 401 });
      return;
    }
    const isGood = ticket !== undefined && store.tokens.get(ticket.session.token)?.revoked === false;
    if (!isGood && switches.deadTicketStatus !== undefined) {
      refuseUpgrade(socket, { status: switches.deadTicketStatus });
      return;
    }
    const accepted = acceptSocket(request, socket, head);
    if (accepted === undefined) return;
    if (!isGood) {
      accepted.webSocket.send(JSON.stringify(expired));
      accepted.webSocket.close();
      return;
    }
    opened += 1;
    const { clock, frames } = service;
    const id = `connection-${opened}`;
    const outbox = createOutbox(accepted, faults, clock, id);
    const connection = new Connection(ticket.session, { id, clock, socket: accepted, outbox, frames });
    begin(service, connection, accepted, ticket);
  };
}

function begin(
  service: Service,
  connection: Connection,
  { webSocket }: AcceptedSocket,
  ticket: Ticket,
): void {
  const { clock, hub, switches } = service;
  const { token, userId } = connection.session;
  makeRoom(service, token);
  const wasThere = hub.isConnected(userId);
  hub.connections.add(connection);
  service.opened.tell(connection);
  greet(service, connection, ticket);
  if (!wasThere) announcePresence(service, userId);

  const gates = {
    messages: createFloodGate(clock, () => switches.flood),
    notices: createFloodGate(clock, () => switches.noticeFlood),
  };
  noteActivity(service, connection);
  const lifetime = beginLifetime(service, connection);
  webSocket.on('message', (data, isBinary) => {
    lifetime.touch();
    receive(service, connection, gates, readFrame(data, isBinary));
  });
  webSocket.on('close', () => connection.end());
  connection.onEnd = () => {
    lifetime.end();
    connection.stopIdling();
    detach(service, connection);
  };
}

/** `hello`, and after it whatever happened since the ticket was given out. */
function greet({ hub, switches }: Service, connection: Connection, ticket: Ticket): void {
  const isResumed = ticket.resumes && switches.fastReconnect;
  connection.send(
    switches.richHello
      ? {
          type: 'hello',
          fast_reconnect: isResumed,
          region: 'us-east-1',
          start: !isResumed,
          host_id: 'gs-emulator',
        }
      : { type: 'hello' },
  );
  const { token } = connection.session;
  const lost = hub.lostReplies.get(token);
  hub.lostReplies.delete(token);
  if (lost !== undefined && switches.replayLostReply) connection.send(lost);
  if (isResumed || !ticket.resumes) for (const frame of ticket.missed) connection.sendEvent(frame);
}

/** Ends the oldest connection of a token that has as many as it may have. */
function makeRoom(service: Service, token: string): void {
  const { connectionsPerToken = Infinity } = service.switches;
  const own = [...service.hub.connections].filter(({ session }) => session.token === token);
  for (const connection of own.slice(0, Math.max(0, own.length + 1 - connectionsPerToken))) {
    sayGoodbye(service, connection, 0);
  }
}

/** From now on the connection counts as gone, and what it misses is kept for its successor. */
function detach(service: Service, connection: Connection): void {
  const { hub } = service;
  hub.connections.delete(connection);
  if (connection.resume !== undefined) connection.resume.collects = true;
  if (!hub.isConnected(connection.session.userId)) announcePresence(service, connection.session.userId);
}
