/**
 * Says something to a customer by v2, and reads what was said.
 *
 * SUNSHINE_KEY_ID, SUNSHINE_SECRET and SUNSHINE_APP_ID name the key and the app; SUNSHINE_URL may lead to another root than
 * the service's own, such as a local emulator.
 */
import { conversations, createSunshine, isServiceError, messages, users } from '@x/smooch/v2';

const { SUNSHINE_URL, SUNSHINE_KEY_ID = '', SUNSHINE_SECRET = '', SUNSHINE_APP_ID } = process.env;

const sunshine = createSunshine({
  keyId: SUNSHINE_KEY_ID,
  secret: SUNSHINE_SECRET,
  appId: SUNSHINE_APP_ID,
  baseUrl: SUNSHINE_URL,
});
const externalId = `visitor-${Date.now()}`;

try {
  const { user } = await users(sunshine).getOrCreate(externalId, { profile: { givenName: 'Steve' } });
  const { conversation } = await conversations(sunshine).getOrCreateDefault({ userId: user.id });
  console.log(`made ${externalId}, whose conversation is ${conversation.id}`);

  const author = { type: 'user', userId: user.id } as const;
  await messages(sunshine).sendText(conversation.id, 'Is Smooch any good?', { author });
  await messages(sunshine).sendText(conversation.id, 'Yes!!!');
  for await (const { author: by, content } of messages(sunshine).list(conversation.id)) {
    if (content.type === 'text') console.log(`${by.type}: ${content.text ?? ''}`);
  }
} catch (error) {
  if (!isServiceError(error)) throw error;
  console.error(`${error.kind}: ${error.message}`);
  process.exitCode = 1;
}
