import { WebSocket } from 'ws';
import type { Clock } from './contract.js';
import type { FrameFaultRules } from './frame-faults.js';
import type { AcceptedSocket } from './sockets.js';

/** Where the messages for one client leave, and may suffer a fault. */
export interface Outbox {
  /** False when it is known already that the message will not arrive whole. */
  send(text: string): boolean;
}

/** `name` is what fault rules know the socket by. Default: none. */
export function createOutbox(
  socket: AcceptedSocket,
  faults: FrameFaultRules,
  clock: Clock,
  name = '',
): Outbox {
  const { webSocket } = socket;
  let swapped: string | undefined;

  const write = (text: string): boolean => {
    if (webSocket.readyState !== WebSocket.OPEN) return false;
    webSocket.send(text);
    return true;
  };

  const spoil = (text: string): boolean => {
    const fault = faults.take(text, name);
    switch (fault?.kind) {
      case undefined:
        return write(text);
      case 'duplicate':
        return write(text) && write(text);
      case 'swap':
        swapped = text;
        return true;
      case 'delay':
        clock.after(fault.ms, () => write(text));
        return true;
      case 'garble':
        write(text.slice(0, text.length >> 1));
        return false;
      case 'insert':
        return write(fault.text) && write(text);
      case 'replace':
        write(fault.text);
        return false;
      case 'cut':
        if (fault.how === 'half') socket.sendHalfFrame(text);
        socket.destroyWithoutClose(fault.how === 'reset' ? 'reset' : 'close');
        return false;
      case 'lose':
      default:
        return false;
    }
  };

  return {
    send(text) {
      const held = swapped;
      swapped = undefined;
      const isSent = spoil(text);
      if (held !== undefined) write(held);
      return isSent;
    },
  };
}
