import type { Faults, FrameFaults, RequestLog } from '../../frame/index.js';
import type { Service } from '../service.js';
import type { SlackSwitches } from '../switches.js';
import type { RateLimits } from '../wire/rate-limits.js';
import { copyState, putBack } from './snapshots.js';

/** What `reset` has to clear beside the service. */
export interface Clearable {
  readonly faults: Faults;
  readonly frameFaults: FrameFaults;
  readonly limits: RateLimits;
  readonly requests: RequestLog;
}

/** Remembers what everything is like now; the function returned makes it so again. */
export function rememberStart(service: Service, parts: Clearable): () => void {
  const state = copyState(service.store);
  const switches: SlackSwitches = { ...service.switches };
  return () => {
    const { hub, links, cursors, frames } = service;
    for (const socket of [...hub.connections, ...links.links]) socket.close();
    putBack(service, state);
    Object.assign(service.switches, switches);
    hub.forget();
    links.forget();
    cursors.expire();
    frames.clear();
    parts.faults.clear();
    parts.frameFaults.clear();
    parts.limits.clear();
    parts.requests.clear();
  };
}
