/** Events for an advertising platform of Meta, in its own form. */
export interface MetaConversionEvents {
  readonly payload: { readonly data: readonly Readonly<Record<string, unknown>>[] };
}

/** What came of an advertisement, by the channel that showed it. */
export type ConversionEventsBody =
  | { readonly messenger: MetaConversionEvents }
  | { readonly instagram: MetaConversionEvents }
  | { readonly whatsapp: MetaConversionEvents };

/** The answer that tells what was received. */
export interface ConversionEventsResponse {
  readonly conversionEvents: { readonly datasetId?: string | number; readonly eventsReceived?: number };
}
