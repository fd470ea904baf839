import { startSmoochEmulator } from '@x/emulators';
import type { DeliveryKind, Recorded, RecordedDelivery } from './task.js';

/** What the emulated app answers to messages, and what its webhooks tell of one. */
export async function record(): Promise<Recorded> {
  const emulator = await startSmoochEmulator();
  try {
    const { appId, keyId, secret } = emulator.credentials;
    const authorization = `Basic ${Buffer.from(`${keyId}:${secret}`).toString('base64')}`;
    const post = async (path: string, content: object): Promise<string> => {
      const headers = { authorization, 'content-type': 'application/json' };
      const answer = await fetch(emulator.url + path, {
        method: 'POST',
        headers,
        body: JSON.stringify(content),
      });
      if (!answer.ok) throw new Error(`${path} was answered ${answer.status}`);
      return answer.text();
    };

    const user = emulator.control.users().find(({ userId }) => /^[\w-]+$/.test(userId ?? ''));
    const userId = user?.userId ?? '';
    const legacyPath = `/v1.1/appusers/${userId}/messages`;
    const text = 'Is it any good?';
    const legacyAnswer = await post(legacyPath, { role: 'appMaker', type: 'text', text });
    const { conversation } = JSON.parse(legacyAnswer) as { readonly conversation: { readonly _id: string } };
    const path = `/v2/apps/${appId}/conversations/${conversation._id}/messages`;
    const answer = await post(path, { author: { type: 'business' }, content: { type: 'text', text } });

    // Nobody is there: what was to be told is looked at here.
    const target = 'http://127.0.0.1:1/';
    await post('/v1.1/webhooks', { target, triggers: ['message:appUser'] });
    const webhooks = [{ target, triggers: ['conversation:message'] }];
    await post(`/v2/apps/${appId}/integrations`, { type: 'custom', displayName: 'Bench', webhooks });
    emulator.control.user(userId).sends({ text });
    await emulator.control.flush();
    const told = new Map(emulator.control.deliveries().map(({ event, body }) => [event, body]));

    return {
      appId,
      userId,
      conversationId: conversation._id,
      answers: { [legacyPath]: legacyAnswer, [path]: answer },
      deliveries: {
        'v1.1 message:appUser': deliveryOf(told.get('message:appUser')),
        'v2 conversation:message': deliveryOf(told.get('conversation:message')),
      } satisfies Record<DeliveryKind, RecordedDelivery>,
    };
  } finally {
    await emulator.close();
  }
}

function deliveryOf(body: unknown): RecordedDelivery {
  const { messages, events } = Object(body) as {
    readonly messages?: readonly { readonly _id: string }[];
    readonly events?: readonly { readonly id: string }[];
  };
  const id = messages?.[0]?._id ?? events?.[0]?.id;
  if (id === undefined) throw new Error('no webhook was told');
  return { body: JSON.stringify(body), id };
}
