import {
  acceptSocket,
  createOutbox,
  type FrameFaultRules,
  refuseUpgrade,
  type UpgradeHandler,
} from '../../frame/index.js';
import type { Service } from '../service.js';
import { readFrame } from '../sockets/text-frame.js';
import { readLinkTarget } from './address.js';
import { Link } from './link.js';
import { beginLinkLifetime } from './lifetime.js';

const gone = 404;

/** Opens Socket Mode connections: one for each ticket, and only so many for each app. */
export function createLinkUpgrade(service: Service, faults: FrameFaultRules): UpgradeHandler {
  let opened = 0;
  return (request, socket, head) => {
    const { clock, links, switches, store } = service;
    const target = readLinkTarget(request.url ?? '/');
    const session = target === undefined ? undefined : links.redeemTicket(target.ticketId);
    const isGood =
      session !== undefined &&
      store.tokens.get(session.token)?.revoked === false &&
      !links.disabled.has(session.appId);
    if (!isGood) {
      refuseUpgrade(socket, { status: switches.deadTicketStatus ?? gone });
      return;
    }
    const accepted = acceptSocket(request, socket, head);
    if (accepted === undefined) return;
    opened += 1;
    const id = `link-${opened}`;
    const outbox = createOutbox(accepted, faults, clock, id);
    const link = new Link(session, { id, clock, socket: accepted, outbox, frames: service.frames });
    const others = links.linksOf(session.appId).length;
    if (others >= switches.linksPerApp) {
      link.announce('too_many_websockets', {
        num_connections: others + 1,
        connection_info: { app_id: session.appId },
      });
      link.close();
      return;
    }
    links.links.add(link);
    service.opened.tell(link);
    const lifetime = beginLinkLifetime(service, link, target?.recyclesEarly === true);
    link.onEnd = () => {
      lifetime.end();
      links.links.delete(link);
    };
    accepted.webSocket.on('message', (data, isBinary) => {
      const received = readFrame(data, isBinary);
      const { byteLength, text, frame } = received;
      link.noteReceived(received);
      links.record({ connectionId: link.id, at: clock.now(), text, frame });
      // What is too long is dropped without a word.
      if (byteLength < switches.ackBytes && frame !== undefined) links.acknowledge(link, frame);
    });
    accepted.webSocket.on('close', () => link.end());
    greet(service, link, lifetime.ageMs);
  };
}

function greet({ clock, links }: Service, link: Link, ageMs: number): void {
  const { appId } = link.session;
  link.send({
    type: 'hello',
    num_connections: links.linksOf(appId).length,
    debug_info: {
      host: link.host,
      started: new Date(clock.now()).toISOString().replace('T', ' ').replace('Z', ''),
      build_number: 54,
      approximate_connection_time: Math.round(ageMs / 1_000),
    },
    connection_info: { app_id: appId },
  });
}
