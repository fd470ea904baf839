/** What a webhook of v2 is sent: several events in one, of different users perhaps. Their payloads have no types yet. */
export interface WebhookEnvelope {
  /** Never there: it sets the envelope apart from the events of v1 and v1.1. */
  readonly trigger?: undefined;
  readonly app: { readonly id: string };
  readonly webhook: { readonly id: string; readonly version: 'v2' };
  readonly events: readonly {
    /** The same each time the event is sent again. */
    readonly id: string;
    /** `conversation:message`, `conversation:read`, … */
    readonly type: string;
    /** ISO 8601 with milliseconds. */
    readonly createdAt: string;
    readonly payload: Readonly<Record<string, unknown>>;
  }[];
}
