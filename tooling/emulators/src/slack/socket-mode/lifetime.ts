import type { Service } from '../service.js';
import type { Link } from './link.js';

const earlyRecyclingMs = 360_000;

/** The clockwork of one link, which stands still once it has ended. */
export interface LinkLifetime {
  readonly ageMs: number;
  end(): void;
}

/** Pings a link, and recycles it when it is old: a warning, a while later the request to come anew, and the end. */
export function beginLinkLifetime(
  { clock, switches }: Pick<Service, 'clock' | 'switches'>,
  link: Link,
  recyclesEarly: boolean,
): LinkLifetime {
  const ageMs = recyclesEarly ? earlyRecyclingMs : switches.linkAgeMs;
  let cancelPing = (): void => {};
  let pings = 0;
  const ping = (): void => {
    if (switches.linkPingEveryMs <= 0) return;
    cancelPing = clock.after(switches.linkPingEveryMs, () => {
      pings += 1;
      link.ping(`Ping from ${link.host} ${pings}`);
      ping();
    });
  };
  ping();
  const cancelWarning = clock.after(Math.max(0, ageMs - switches.linkWarningMs), () =>
    link.announce('warning'),
  );
  const cancelEnd = clock.after(ageMs, () => recycle(link));
  return {
    ageMs,
    end() {
      cancelPing();
      cancelWarning();
      cancelEnd();
    },
  };
}

/** Asks for a new link and ends this one. */
export function recycle(link: Link): void {
  link.announce('refresh_requested');
  link.close();
}
