import { appEventNames } from '../app-event-names.js';
import { rtmEventNames, type EventNames } from '../event-names.js';
import type { EventStream } from '../live/event-stream.js';
import { eventOf, type SlackEvent, type SlackFrame } from '../events.js';
import type { Authorization } from '../types/socket-mode.js';
import type { Acknowledging } from './acknowledging.js';
import type { Acknowledgement } from './acknowledgement.js';
import { noteDelivery, type Delivery } from './delivery.js';
import type { InOrder } from './in-order.js';
import type { Link } from './link.js';
import type { Listening } from './listening.js';

/** Everything that may be inside an envelope. */
const eventNames: EventNames = /* @__PURE__ */ Object.assign({}, rtmEventNames, appEventNames);

/** Who listens to one of these waits for envelopes, and no event can pass itself off as one. */
const ofEnvelopes = /^(events_api|slash_commands|interactive|disconnect)$/;

/** What of the body of an envelope is read here. */
interface Body {
  readonly event?: unknown;
  readonly event_id?: unknown;
  readonly team_id?: unknown;
  readonly authorizations?: unknown;
}

/** What a frame is taken apart for. */
export interface ReceivingOptions {
  readonly stream: EventStream;
  readonly listening: Listening;
  readonly acknowledging: Acknowledging;
  /** Where events wait for older ones; without it none does. */
  readonly inOrder: InOrder | undefined;
  /** An event came: before anybody is told of it. */
  readonly onEvent: (event: SlackEvent) => void;
  /** A connection says of itself that it ends, or will. */
  readonly onDisconnect: (frame: SlackFrame, link: Link) => void;
}

/** Makes what takes frames apart, and tells of what is in them. */
export function createReceiving(options: ReceivingOptions): (frame: SlackFrame, link: Link) => void {
  const { stream, listening, acknowledging, inOrder, onEvent, onDisconnect } = options;

  /** Tells of an envelope: itself, and the event in it. */
  function tell(frame: SlackFrame, inner: SlackFrame | undefined, delivery: Delivery): void {
    if (frame.type === 'events_api') {
      stream.emit(frame.type, frame);
      if (inner === undefined) {
        stream.emit('unreadable', { reason: 'no-type', length: JSON.stringify(frame).length });
        return;
      }
      const event = eventOf(inner, eventNames);
      noteDelivery(event, delivery);
      if (event !== inner) noteDelivery(inner, delivery);
      onEvent(event);
      listening.tell(event, ofEnvelopes.test(inner.type) ? undefined : inner);
    } else if (ofEnvelopes.test(frame.type)) {
      stream.emit(frame.type, frame);
    } else {
      const event = { type: 'unknown', wireType: frame.type, data: frame } as const;
      noteDelivery(event, delivery);
      listening.tell(event, frame);
    }
  }

  function deliver(frame: SlackFrame, envelopeId: string, link: Link): void {
    const body = Object(frame['payload']) as Body;
    const eventId = typeof body.event_id === 'string' ? body.event_id : undefined;
    const acknowledgement = acknowledging.take(frame, envelopeId, eventId, link);
    if (acknowledgement === undefined) return;
    const delivery = deliveryFrom(frame, envelopeId, body, eventId, acknowledgement);
    // Of the many events few are asked for with their envelopes.
    if (frame.type !== 'events_api' || listening.hears('events_api')) {
      noteDelivery(frame, delivery);
      Object.defineProperty(frame, 'ack', { value: delivery.ack });
    }
    const inner = frame.type === 'events_api' ? innerOf(body) : undefined;
    const at = inner?.['event_ts'];
    if (inOrder === undefined || typeof at !== 'string') {
      listening.during(acknowledgement, () => {
        tell(frame, inner, delivery);
      });
    } else {
      acknowledgement.hold();
      inOrder.hear(at, () => {
        listening.during(acknowledgement, () => {
          tell(frame, inner, delivery);
        });
        acknowledgement.release();
      });
    }
    acknowledgement.told();
  }

  return (frame, link) => {
    const { envelope_id: envelopeId } = frame;
    if (frame.type === 'disconnect') {
      stream.emit('disconnect', frame);
      onDisconnect(frame, link);
    } else if (typeof envelopeId === 'string') deliver(frame, envelopeId, link);
    else stream.tell(eventOf(frame, eventNames), frame);
  };
}

function deliveryFrom(
  frame: SlackFrame,
  envelopeId: string,
  { team_id: teamId, authorizations }: Body,
  eventId: string | undefined,
  { ack }: Acknowledgement,
): Delivery {
  const { retry_attempt: attempt, retry_reason: reason } = frame;
  return {
    envelope_id: envelopeId,
    ...(eventId !== undefined && { event_id: eventId }),
    ...(typeof teamId === 'string' && { team_id: teamId }),
    retry_attempt: typeof attempt === 'number' ? attempt : 0,
    retry_reason: typeof reason === 'string' ? reason : '',
    authorizations: Array.isArray(authorizations) ? (authorizations as readonly Authorization[]) : [],
    ack,
  };
}

/** The event in the body of an envelope; or the body itself, when it is news about the events. */
function innerOf(body: Body): SlackFrame | undefined {
  const inner = body.event ?? body;
  return typeof (inner as Partial<SlackFrame>).type === 'string' ? (inner as SlackFrame) : undefined;
}
