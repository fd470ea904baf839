import { conversations, integrations, users } from '../src/v2/index.js';
import { parseWebhook, type SunshineEvent, type SunshineEventOf } from '../src/webhooks/index.js';
import { startReceiver } from './receiver.js';
import { connectSunshine } from './sunshine.js';

export const nora = 'nora.lindqvist@example.com';
type Type = SunshineEventOf['type'];

/** A bot that is told of these, and what it was told once there is nothing left to tell. */
export async function withBot(...triggers: readonly Type[]) {
  const { url, received } = await startReceiver();
  const { emulator, sunshine } = await connectSunshine();
  const { integration: bot } = await integrations(sunshine).create({
    type: 'custom',
    webhooks: [{ target: url, triggers }],
  });
  const { user } = await users(sunshine).get(nora);
  const [conversation] = await conversations(sunshine).list({ userId: user.id }).toArray();
  if (conversation === undefined) throw new Error('there is no conversation');
  return {
    emulator,
    sunshine,
    bot,
    user,
    conversation,
    person: emulator.control.user(nora),
    told: async (): Promise<readonly SunshineEvent[]> => {
      await emulator.control.flush();
      return received.flatMap(({ body }) => {
        const envelope = parseWebhook(body);
        if (envelope.trigger !== undefined) throw new Error('no envelope of v2');
        return envelope.events;
      });
    },
  };
}

/** What was told, without what is known of everything: an id, a time, the conversation. */
export const facts = (events: readonly SunshineEvent[]): unknown[] =>
  events.map(({ type, payload }) => [type, payload]);
