import type { Clock } from '@x/http-core';
import type { SlackFrame } from '../events.js';
import { createAcknowledgement, type Acknowledgement } from './acknowledgement.js';
import type { Link } from './link.js';
import { createSeenEvents } from './seen-events.js';

/** Sees to it that each envelope is acknowledged and each event told once. */
export interface Acknowledging {
  /**
   * The acknowledgement of an envelope that is to be told. `undefined` for an event that has been told: whatever becomes of the
   * first delivery becomes of this one.
   */
  take(
    frame: SlackFrame,
    envelopeId: string,
    eventId: string | undefined,
    link: Link,
  ): Acknowledgement | undefined;
  /** Acknowledges all that is not yet: nobody will hear how it ends. */
  end(): void;
}

/** Makes it. With `evenIfFailed` false, what somebody failed to take is left to be delivered again. */
export function createAcknowledging(clock: Clock, evenIfFailed: boolean): Acknowledging {
  const seen = createSeenEvents(clock);
  const unsettled = new Set<Acknowledgement>();
  /** Of each event that somebody has not done with, the later deliveries. */
  const later = new Map<string, Acknowledgement[]>();

  function create(
    frame: SlackFrame,
    envelopeId: string,
    link: Link,
    onWaiting: () => void,
    onOver: (isAcknowledged: boolean) => void,
  ): Acknowledgement {
    const made = createAcknowledgement({
      envelopeId,
      takesPayload: frame['accepts_response_payload'] === true,
      evenIfFailed,
      clock,
      send: link.write,
      onWaiting() {
        unsettled.add(made);
        link.unacknowledged.add(made);
        onWaiting();
      },
      onOver(isAcknowledged) {
        unsettled.delete(made);
        link.settle(made);
        onOver(isAcknowledged);
      },
    });
    return made;
  }

  function createFirst(frame: SlackFrame, envelopeId: string, eventId: string, link: Link): Acknowledgement {
    return create(
      frame,
      envelopeId,
      link,
      () => {
        later.set(eventId, []);
      },
      (isAcknowledged) => {
        if (!isAcknowledged) seen.forget(eventId);
        const others = later.get(eventId) ?? [];
        later.delete(eventId);
        for (const other of others) (isAcknowledged ? other.release : other.fail)();
      },
    );
  }

  const nothing = (): void => undefined;

  return {
    take(frame, envelopeId, eventId, link) {
      if (eventId === undefined) return create(frame, envelopeId, link, nothing, nothing);
      if (seen.add(eventId)) return createFirst(frame, envelopeId, eventId, link);
      const again = create(frame, envelopeId, link, nothing, nothing);
      const others = later.get(eventId);
      if (others !== undefined) {
        again.hold();
        others.push(again);
      }
      again.told();
      return undefined;
    },
    end() {
      for (const each of unsettled) each.go();
    },
  };
}
