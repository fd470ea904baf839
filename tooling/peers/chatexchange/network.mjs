import net from 'node:net';
import tls from 'node:tls';

/**
 * Leads every connection to the hosts of Stack Exchange to an emulator, without encryption: the client knows its hosts by
 * heart, and says in its requests which of them it means.
 */
export function leadTo(url) {
  const { hostname, port } = new URL(url);
  tls.connect = (...given) => {
    const socket = net.connect(Number(port), hostname);
    const ready = given.find((value) => typeof value === 'function');
    if (ready !== undefined) socket.once('connect', ready);
    // Who waits for the end of the handshake need not wait.
    socket.once('connect', () => socket.emit('secureConnect'));
    return socket;
  };
}
