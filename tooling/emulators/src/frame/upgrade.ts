import type { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Fault } from './contract.js';
import { refuseUpgrade } from './handshake.js';
import { isPlainFault, plainAnswerOf } from './plain-answer.js';

/** Takes a WebSocket handshake, as the `upgrade` event of `node:http` gives it. */
export type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** Carries out a fault on a WebSocket handshake; `proceed` lets it take its usual way. */
export async function spoilUpgrade(
  fault: Fault,
  socket: Duplex,
  wait: (ms: number) => Promise<void>,
  proceed: () => void,
): Promise<void> {
  if (isPlainFault(fault)) {
    refuseUpgrade(socket, plainAnswerOf(fault));
  } else if (fault.kind === 'delay') {
    await wait(fault.ms);
    proceed();
  } else if (fault.kind === 'reset' && socket instanceof Socket) {
    socket.resetAndDestroy();
  } else if (fault.kind === 'reset' || fault.kind === 'drop') {
    // Before or after makes no difference here: an answered handshake would be an open socket.
    socket.destroy();
  } else if (fault.kind !== 'hang') {
    proceed();
  }
}
