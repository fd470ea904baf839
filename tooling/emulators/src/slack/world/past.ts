import type { Clock } from '../../frame/index.js';
import type { Service } from '../service.js';
import { createTimestampSource } from '../timestamps.js';

/** The service as it was some time ago, when nobody listened. */
export function at(service: Service, agoMs: number): Service {
  const now = service.clock.now() - agoMs;
  return inPast(service, () => now);
}

/** The service at a time that moves on, of which nobody hears. */
export function inPast(service: Service, now: () => number): Service {
  const clock: Clock = { now, after: () => () => {} };
  return { ...service, clock, timestamps: createTimestampSource(clock, service.tsStyle), publish: () => {} };
}
