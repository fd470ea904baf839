import { acceptSocket, refuseUpgrade, type UpgradeHandler } from '../../frame/index.js';
import { isChatOrigin } from '../network/hosts.js';
import type { Service } from '../service.js';

const serviceUnavailable = 503;

/** Takes handshakes at `/events/{room}/{token}`. The token alone says who it is: cookies are not looked at. */
export function createUpgradeHandler(service: Service): UpgradeHandler {
  return (request, socket, head) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const [, roomId = '', token = ''] = /^\/events\/(\d+)\/([0-9a-f]{32})$/.exec(url.pathname) ?? [];
    if (token === '') return refuseUpgrade(socket, { status: 404 });
    if (service.switches.socketsRefused) return refuseUpgrade(socket, { status: serviceUnavailable });
    const accepted = acceptSocket(request, socket, head);
    if (accepted === undefined) return;
    const { port } = new URL(service.url());
    for (const { live } of Object.values(service.chats)) {
      // Asked of the right server only once: a token that was tried is used up.
      const ticket = live.tokens.redeem(token);
      const isRight = ticket?.roomId === Number(roomId) && ticket.isCurrent();
      if (isRight && isChatOrigin(request.headers.origin, port)) {
        return live.open(ticket, accepted, readSince(url.searchParams.get('l')));
      }
    }
    // The service says nothing to those it does not like.
    accepted.destroyWithoutClose();
  };
}

/** The last event id that the client knows; none, or zero, asks for everything. */
function readSince(text: string | null): number | undefined {
  const since = Number(text ?? '');
  return Number.isFinite(since) && since > 0 ? since : undefined;
}
