/**
 * Makes a user, lets both sides say something, and subscribes an address to what users write.
 *
 * SMOOCH_KEY_ID and SMOOCH_SECRET name the key of an app; SMOOCH_URL may lead to another root than the service's own, such
 * as a local emulator.
 */
import { createSmooch, isServiceError } from '@x/smooch';

const { SMOOCH_URL, SMOOCH_KEY_ID = '', SMOOCH_SECRET = '' } = process.env;

const smooch = createSmooch({ keyId: SMOOCH_KEY_ID, secret: SMOOCH_SECRET, baseUrl: SMOOCH_URL });
const userId = `visitor-${Date.now()}`;

try {
  const { appUser } = await smooch.precreateUser(userId, { givenName: 'Steve' });
  console.log(`made ${userId}, whom the service calls ${appUser._id}`);

  await smooch.postMessage(userId, 'Is Smooch any good?');
  const { message, conversation } = await smooch.postMessage(userId, 'Yes!!!', { sentByMaker: true });
  console.log(`said ${message.text ?? ''} (${conversation.unreadCount} unread)`);

  const webhook = await smooch.ensureWebhookExists('message:appUser', 'https://example.com/smooch');
  console.log(`webhook ${webhook.id} ${webhook.created ? 'was made' : 'was there'}`);
} catch (error) {
  if (!isServiceError(error)) throw error;
  console.error(`${error.kind}: ${error.message}`);
  process.exitCode = 1;
}
