import { startReceiver, type Receiver } from './receiver.js';
import { textAt } from '../json.js';
import { startApi, type Api } from './support.js';

export interface Hooked extends Api {
  readonly receiver: Receiver;
  readonly webhookId: string;
  readonly secret: string;
  /** Posts a message to the seeded user on Messenger. */
  readonly say: (role: string, text?: string) => Promise<unknown>;
}

/** The seeded user on Messenger. */
export const nora = 'nora.lindqvist@example.com';

/** An emulator with a webhook that points at a server of the test. */
export async function hooked(version: 'v1' | 'v1.1', webhook: object = {}): Promise<Hooked> {
  const api = await startApi();
  const receiver = await startReceiver();
  const { body } = await api.call('POST', `/${version}/webhooks`, {
    json: { target: receiver.url, ...webhook },
  });
  return {
    ...api,
    receiver,
    webhookId: textAt(body, 'webhook', '_id'),
    secret: textAt(body, 'webhook', 'secret'),
    async say(role, text = 'Hi') {
      const json = { role, type: 'text', text };
      return (await api.call('POST', `/v1.1/appusers/${encodeURIComponent(nora)}/messages`, { json })).body;
    },
  };
}
