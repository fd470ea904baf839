import { createSmooch } from '@x/smooch';
import { createSunshine, messages, users } from '@x/smooch/v2';
import { createWebhookHandler } from '@x/smooch/webhooks';
import { failureOf } from './outcome.js';

interface Connection {
  readonly baseUrl: string;
  readonly appId: string;
  readonly keyId: string;
  readonly secret: string;
}

/** What a server at the edge does: it holds a key, and has web standards only. */
export async function session({ baseUrl, appId, keyId, secret }: Connection): Promise<object> {
  // What is a worker of a browser here is none there.
  const refused = await failureOf(() => createSmooch({ baseUrl, keyId, secret }));
  const given = { keyId, secret, allowBrowserSecrets: true };
  const smooch = createSmooch({ baseUrl, ...given });
  const { appUser } = await smooch.initUser('ada@example.com');
  const asked = await smooch.postMessage(appUser._id, 'Is Smooch any good?');
  const sunshine = createSunshine({ baseUrl, appId, ...given });
  const { user } = await users(sunshine).get('ada@example.com');
  await messages(sunshine).sendText(asked.conversation._id, 'Yes!!!');

  const webhook = await smooch.ensureWebhookExists('message:appUser', 'https://example.com/hook');
  const heard: (string | undefined)[] = [];
  const handler = createWebhookHandler({
    secrets: webhook.secret,
    on: { 'message:appUser': ({ messages: told }) => void heard.push(...told.map(({ text }) => text)) },
  });
  const deliver = async (key: string): Promise<number> => {
    const body = JSON.stringify({
      trigger: 'message:appUser',
      app: { _id: appId },
      appUser,
      messages: [asked.message],
    });
    const headers = { 'x-api-key': key, 'content-type': 'application/json' };
    return (await handler(new Request('https://example.com/hook', { method: 'POST', headers, body }))).status;
  };
  return {
    refused: refused.kind,
    sameUser: user.id === appUser._id,
    answers: [await deliver(webhook.secret), await deliver(webhook.secret), await deliver('another')],
    heard,
  };
}
