import type { Webhook } from '../state/model/index.js';
import type { Wire } from '../views/common/wire.js';
import type { DeliveryEngine } from './delivery-engine.js';

/** How events that were held back go out: which is what networks, retries and busy days do to them. */
export interface ReleaseOptions {
  /** The last first. */
  readonly reversed?: boolean;
  /** Each two times, the second as like the first as a retry. */
  readonly twice?: boolean;
  /** What is for one webhook of v2 in one request. */
  readonly together?: boolean;
}

/** Stands between those who tell of events and the engine that posts them. */
export interface Outlet {
  readonly send: DeliveryEngine['send'];
  /** Holds back what happens from now on. */
  hold(): void;
  /** Lets go what was held back, and what happens from now on at once. */
  release(options?: ReleaseOptions): void;
}

interface Held {
  readonly webhook: Webhook;
  readonly event: string;
  readonly body: Wire;
}

export function createOutlet(engine: Pick<DeliveryEngine, 'send'>): Outlet {
  let held: Held[] | undefined;
  return {
    send(webhook, event, body) {
      if (held === undefined) engine.send(webhook, event, body);
      else held.push({ webhook, event, body });
    },
    hold() {
      held ??= [];
    },
    release({ reversed = false, twice = false, together = false } = {}) {
      const waiting = held ?? [];
      held = undefined;
      const ordered = reversed ? waiting.toReversed() : waiting;
      for (const { webhook, event, body } of together ? joined(ordered) : ordered) {
        engine.send(webhook, event, body);
        if (twice) engine.send(webhook, event, body);
      }
    },
  };
}

/** The events of v2 that are for one webhook become one list; the older versions have one event in each request. */
function joined(events: readonly Held[]): Held[] {
  const result: Held[] = [];
  const lists = new Map<Webhook, unknown[]>();
  for (const held of events) {
    const own = held.body['events'];
    const list = lists.get(held.webhook);
    if (!Array.isArray(own)) {
      result.push(held);
    } else if (list === undefined) {
      const copy = [...(own as readonly unknown[])];
      lists.set(held.webhook, copy);
      result.push({ ...held, body: { ...held.body, events: copy } });
    } else {
      list.push(...(own as readonly unknown[]));
    }
  }
  return result;
}
