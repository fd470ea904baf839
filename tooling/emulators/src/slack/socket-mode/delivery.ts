/** The three kinds of envelopes. */
export type EnvelopeType = 'events_api' | 'slash_commands' | 'interactive';

/** One envelope that was sent, or that nobody was there to receive. */
export interface DeliveryAttempt {
  readonly envelopeId: string;
  /** 0 for the first one. */
  readonly retry: number;
  /** Milliseconds since 1970 by the emulator's clock. */
  readonly at: number;
  /** Which connection it went to; undefined when none was open. */
  readonly connectionId: string | undefined;
  /** Milliseconds since 1970 of its acknowledgement; undefined while there is none, and for ever when it came too late. */
  acknowledgedAt: number | undefined;
}

/** Something that an app is told over Socket Mode, until it is acknowledged or lost. */
export interface SocketModeDelivery {
  readonly appId: string;
  readonly type: EnvelopeType;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly acceptsResponse: boolean;
  readonly attempts: readonly DeliveryAttempt[];
  readonly state: 'waiting' | 'acknowledged' | 'lost';
  /** The payload of the acknowledgement, where one is honoured. */
  readonly response: unknown;
}

/** What is to be delivered. */
export type Errand = Pick<SocketModeDelivery, 'appId' | 'type' | 'payload' | 'acceptsResponse'>;
