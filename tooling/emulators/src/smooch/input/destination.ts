import { optionalObject, optionalString, type Body } from './fields.js';

/** The channel that a message is for. Type `none` is no channel: the message is kept and sent nowhere. */
export interface Destination {
  readonly integrationId: string | undefined;
  readonly integrationType: string | undefined;
}

export function readDestination(body: Body): Destination | undefined {
  const destination = optionalObject(body, 'destination');
  if (destination === undefined) return undefined;
  return {
    integrationId: optionalString(destination, 'integrationId'),
    integrationType: optionalString(destination, 'integrationType'),
  };
}
