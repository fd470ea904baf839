import { at, listAt, textAt } from '../../json.js';
import { startReceiver, type Receiver } from '../receiver.js';
import { startV2, type V2Api } from './support.js';

export interface HookedV2 extends V2Api {
  readonly receiver: Receiver;
  readonly integrationId: string;
  /** The events that have arrived, of a type or all, once nothing is under way. */
  readonly events: (type?: string) => Promise<readonly unknown[]>;
}

/** An emulator with a custom integration whose webhook points at a server of the test. */
export async function hookedV2(triggers: readonly string[], settings: object = {}): Promise<HookedV2> {
  const api = await startV2();
  const { receiver, integrationId } = await hook(api, triggers, settings);
  return {
    ...api,
    receiver,
    integrationId,
    async events(type) {
      await api.emulator.control.flush();
      return eventsOf(receiver, type);
    },
  };
}

/** Adds a custom integration with a webhook that points at a server of its own. */
export async function hook(
  { ask }: V2Api,
  triggers: readonly string[],
  settings: object = {},
): Promise<{ readonly receiver: Receiver; readonly integrationId: string }> {
  const receiver = await startReceiver();
  const { body } = await ask('POST', '/integrations', {
    json: { type: 'custom', webhooks: [{ target: receiver.url, triggers, ...settings }] },
  });
  return { receiver, integrationId: textAt(body, 'integration', 'id') };
}

export function eventsOf({ received }: Receiver, type?: string): readonly unknown[] {
  return received
    .flatMap(({ json }) => listAt(json, 'events'))
    .filter((event) => type === undefined || at(event, 'type') === type);
}
