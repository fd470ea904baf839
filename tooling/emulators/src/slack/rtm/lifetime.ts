import type { Service } from '../service.js';
import { socketAddress } from './address.js';
import type { Connection } from './connection.js';

/** The clockwork of one connection, which stands still once it has ended. */
export interface Lifetime {
  /** Notes that the client sent something. */
  touch(): void;
  end(): void;
}

/** Pings and sends `reconnect_url` now and then, and says goodbye to a connection that is idle or old. */
export function beginLifetime(service: Service, connection: Connection): Lifetime {
  const { clock, switches, hub } = service;
  const cancels = new Set<() => void>();
  const after = (ms: number, run: () => void): (() => void) => {
    const cancel = clock.after(ms, () => {
      cancels.delete(cancel);
      run();
    });
    cancels.add(cancel);
    return cancel;
  };

  const offerResume = (): void => {
    connection.resume = hub.tickets.issueResume(connection.session, connection.resume);
    connection.send({ type: 'reconnect_url', url: socketAddress(service, connection.resume) });
    after(switches.reconnectUrlEveryMs, offerResume);
  };
  if (switches.reconnectUrlEveryMs > 0) after(switches.reconnectUrlEveryMs, offerResume);
  const ping = (): void => {
    connection.ping('');
    after(switches.pingEveryMs, ping);
  };
  if (switches.pingEveryMs > 0) after(switches.pingEveryMs, ping);
  after(switches.maxAgeMs, () => sayGoodbye(service, connection));

  let cancelIdle = (): void => {};
  const touch = (): void => {
    cancelIdle();
    if (switches.idleTimeoutMs !== undefined) {
      cancelIdle = after(switches.idleTimeoutMs, () => sayGoodbye(service, connection, 0));
    }
  };
  touch();

  return {
    touch,
    end() {
      for (const cancel of cancels) cancel();
      cancels.clear();
    },
  };
}

/** Announces the end, and brings it about a little later. */
export function sayGoodbye(
  { clock, switches }: Pick<Service, 'clock' | 'switches'>,
  connection: Connection,
  graceMs = switches.goodbyeGraceMs,
): void {
  connection.send({ type: 'goodbye' });
  if (graceMs === 0) connection.close();
  else clock.after(graceMs, () => connection.close());
}
