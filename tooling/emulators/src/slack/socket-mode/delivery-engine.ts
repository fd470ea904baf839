import { type Clock, createBoundedList } from '../../frame/index.js';
import type { Ids } from '../ids.js';
import type { Frame } from '../state/events.js';
import type { SlackSwitches } from '../switches.js';
import type { DeliveryAttempt, Errand, SocketModeDelivery } from './delivery.js';
import type { Link } from './link.js';

/** Hands each envelope to one link and waits for its acknowledgement. */
export interface DeliveryEngine {
  readonly deliveries: readonly SocketModeDelivery[];
  deliver(errand: Errand): SocketModeDelivery;
  /** Forgets all deliveries; those under way are lost. */
  forget(): void;
  /** Takes an acknowledgement. One that is late, of another link or of nothing changes nothing. */
  acknowledge(link: Link, frame: Frame): void;
}

type LiveDelivery = { -readonly [Key in keyof SocketModeDelivery]: SocketModeDelivery[Key] } & {
  readonly attempts: DeliveryAttempt[];
};

interface Pending {
  readonly link: Link;
  readonly delivery: LiveDelivery;
  readonly attempt: DeliveryAttempt;
  readonly cancel: () => void;
}

export function createDeliveryEngine(parts: {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly switches: SlackSwitches;
  /** How many deliveries are remembered. */
  readonly limit: number;
  /** Whose turn it is. */
  readonly nextLink: (appId: string) => Link | undefined;
}): DeliveryEngine {
  const { clock, ids, switches, nextLink } = parts;
  const deliveries = createBoundedList<LiveDelivery>(parts.limit);
  const pending = new Map<string, Pending>();
  const retries = new Set<() => void>();

  const attempt = (delivery: LiveDelivery): void => {
    const link = nextLink(delivery.appId);
    const made: DeliveryAttempt = {
      envelopeId: ids.envelope(),
      retry: delivery.attempts.length,
      at: clock.now(),
      connectionId: link?.id,
      acknowledgedAt: undefined,
    };
    delivery.attempts.push(made);
    if (link === undefined) {
      fail(delivery);
      return;
    }
    const cancel = clock.after(switches.ackWindowMs, () => {
      pending.delete(made.envelopeId);
      fail(delivery);
    });
    pending.set(made.envelopeId, { link, delivery, attempt: made, cancel });
    link.sendEvent(envelope(delivery, made));
  };

  const attemptLater = (delivery: LiveDelivery, wait: number): void => {
    const cancel = clock.after(wait, () => {
      retries.delete(cancel);
      attempt(delivery);
    });
    retries.add(cancel);
  };

  // Only events are worth a second try: who typed a command or pressed a button has been told that it failed.
  const fail = (delivery: LiveDelivery): void => {
    const wait =
      delivery.type === 'events_api' ? switches.redeliverAfterMs[delivery.attempts.length - 1] : undefined;
    if (wait === undefined) delivery.state = 'lost';
    else if (wait === 0) attempt(delivery);
    else attemptLater(delivery, wait);
  };

  return {
    deliveries: deliveries.all,
    deliver(errand) {
      const delivery: LiveDelivery = { ...errand, attempts: [], state: 'waiting', response: undefined };
      deliveries.add(delivery);
      attempt(delivery);
      return delivery;
    },
    forget() {
      for (const { cancel } of pending.values()) cancel();
      for (const cancel of retries) cancel();
      pending.clear();
      retries.clear();
      deliveries.clear();
    },
    acknowledge(link, frame) {
      const envelopeId = frame['envelope_id'];
      const found = typeof envelopeId === 'string' ? pending.get(envelopeId) : undefined;
      if (found === undefined || found.link !== link) return;
      const { delivery } = found;
      found.cancel();
      pending.delete(found.attempt.envelopeId);
      found.attempt.acknowledgedAt = clock.now();
      delivery.state = 'acknowledged';
      if (delivery.acceptsResponse) delivery.response = frame['payload'];
    },
  };
}

function envelope({ type, payload, acceptsResponse }: Errand, { envelopeId, retry }: DeliveryAttempt): Frame {
  return {
    envelope_id: envelopeId,
    payload,
    type,
    accepts_response_payload: acceptsResponse,
    ...(type === 'events_api' ? { retry_attempt: retry, retry_reason: retry === 0 ? '' : 'timeout' } : {}),
  };
}
