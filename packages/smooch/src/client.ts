import type { CallOptions } from '@x/http-core';
import { createAppHttp } from './http.js';
import { jwtForUser } from './jwt/user.js';
import type { MediaSource } from './media/source.js';
import { readOptions, type SmoochOptions } from './options.js';
import { precreateUser } from './resources/app-users.js';
import { postMedia, type PostMediaOptions } from './resources/media.js';
import { postMessage, type PostMessageOptions } from './resources/messages.js';
import { ensureWebhookExists, type EnsuredWebhook } from './resources/webhooks.js';
import type { AppUserProfile, AppUserResponse } from './types/app-user.js';
import type { MessageContent } from './types/message-content.js';
import type { MessageResponse } from './types/message.js';
import type { WebhookTrigger } from './types/webhook.js';

/**
 * One app of Smooch, by v1.1 or v1 of its API. A user is named by your `userId` or by the service's `_id`; both may hold
 * any characters. Every method resolves with the answer as the service words it.
 *
 * Every method rejects with a `SmoochError`, or with the reason of its own signal. What can go wrong with all of them:
 * `auth` (the key or the token does not hold), `rate-limit`, `refused` with the service's own code, `http`, `network`,
 * `timeout`, `protocol`, and `usage` before anything is sent.
 */
export interface Smooch {
  /**
   * Makes an app user before the person has written, so that messages can be posted to them.
   *
   * Rejects with `refused` / `conflict` when the `userId` is taken. Sent again after a 429 only: a failed creation may
   * have happened.
   *
   * @see `POST /appusers`, "Pre-create App User".
   * @example
   * ```ts
   * import type { AppUser, Smooch } from '@x/smooch';
   *
   * export async function register(smooch: Smooch, email: string): Promise<AppUser> {
   *   const { appUser } = await smooch.precreateUser(email, { email, properties: { plan: 'family' } });
   *   return appUser;
   * }
   * ```
   */
  precreateUser(userId: string, profile?: AppUserProfile, call?: CallOptions): Promise<AppUserResponse>;

  /**
   * Posts a message into the conversation of an app user, which begins with it if need be: a text, or the content of a
   * message of any type. The user says it, unless `sentByMaker` is true: then the business does.
   *
   * Rejects with `refused` / `not_found` when there is no such user, `bad_request` for content that the service does not
   * take, `locked` when the conversation is full. Sent again after a 429 only: a message that timed out may have arrived.
   *
   * @see `POST /appusers/{userId}/messages`, "Post Message".
   * @example
   * ```ts
   * import type { Smooch } from '@x/smooch';
   *
   * export async function greet(smooch: Smooch, userId: string): Promise<void> {
   *   await smooch.postMessage(userId, 'Is Smooch any good?');
   *   await smooch.postMessage(userId, 'Yes!!!', { sentByMaker: true });
   *   await smooch.postMessage(
   *     userId,
   *     { type: 'text', text: 'Try it?', actions: [{ type: 'reply', text: 'Yes', payload: 'YES' }] },
   *     { sentByMaker: true },
   *   );
   * }
   * ```
   */
  postMessage(
    userId: string,
    textOrContent: string | MessageContent,
    options?: PostMessageOptions,
  ): Promise<MessageResponse>;

  /**
   * Posts a picture or another file. A picture, which is what has a media type `image/…`, goes in one call. Anything else
   * takes two: it is uploaded as an attachment of the app, and then posted as a message of type `file`. When the second
   * call fails, the error is that of the second call and the upload stays behind, unused; calling again uploads it again.
   * The limits of `options` hold for each call: give a large file a longer `timeoutMs` than the 30 s of the client.
   *
   * A stream is read into memory first, for as long as it takes, and cancelled when it proves too long or the signal is
   * aborted; an error of the stream itself comes back untouched.
   *
   * Rejects with `usage` / `INVALID_REQUEST` for more than 50 MB (52,428,800 bytes) and for a source of another kind, with
   * `refused` / `unsupported_media_type` for a file that the service does not take: it judges by extension and content.
   *
   * @see `POST /appusers/{userId}/images`, "Upload and Post Image", and `POST /attachments`, "Upload Attachment".
   * @example
   * ```ts
   * import type { Message, Smooch } from '@x/smooch';
   *
   * export async function sendPicture(smooch: Smooch, userId: string, png: Uint8Array): Promise<Message> {
   *   const { message } = await smooch.postMedia(userId, png, { name: 'plan.png', sentByMaker: true });
   *   return message;
   * }
   * ```
   */
  postMedia(userId: string, source: MediaSource, options?: PostMediaOptions): Promise<MessageResponse>;

  /**
   * Makes sure that events of a kind are told to an address, and gives what is needed to check them. A webhook that
   * leads to `url` gets the trigger if it lacks it; else one that has the trigger is led to `url`; else one is made. The
   * triggers that a webhook has it keeps. An event comes in the version of the client that made the webhook.
   *
   * Rejects with `refused` / `bad_request` for a trigger that the version does not know, for an address that does not
   * answer, and when the app has its ten webhooks.
   *
   * @see `GET`, `POST /webhooks` and `PUT /webhooks/{webhookId}`, "Webhooks".
   * @example
   * ```ts
   * import type { Smooch } from '@x/smooch';
   *
   * export async function subscribe(smooch: Smooch): Promise<string> {
   *   const { secret } = await smooch.ensureWebhookExists('message:appUser', 'https://example.com/smooch');
   *   return secret;
   * }
   * ```
   */
  ensureWebhookExists(trigger: WebhookTrigger, url: string, call?: CallOptions): Promise<EnsuredWebhook>;

  /**
   * A token that proves to the service's SDKs who a user is, signed by the client's key and valid as long as that. It
   * sends nothing. `jwtForUser` of `@x/smooch/jwt` does the same without a client, and knows an expiry.
   *
   * Rejects with `usage` / `INVALID_REQUEST` for an empty id, and when the client has a credential and no key.
   *
   * @see The service's guide "Authenticating users".
   * @example
   * ```ts
   * import type { Smooch } from '@x/smooch';
   *
   * export const login = async (smooch: Smooch, userId: string): Promise<{ jwt: string }> => ({
   *   jwt: await smooch.userJwt(userId),
   * });
   * ```
   */
  userJwt(userId: string): Promise<string>;
}

/**
 * Makes a client. It checks the options and does nothing else: nothing is signed and nothing is sent before the first call.
 *
 * The key shows itself by a token of an hour, which is signed anew before it expires. After a 401 another one is signed
 * and the call is sent once more; a second refusal is final.
 *
 * @throws `usage` / `INVALID_OPTION` at once for options that cannot work, and for a secret in a browser.
 * @see The service's guide "API Authentication".
 * @example
 * ```ts
 * import { createSmooch, type Smooch } from '@x/smooch';
 *
 * export const connect = (secret: string): Smooch => createSmooch({ keyId: 'app_5b85a397334c19154d2f', secret });
 * ```
 */
export function createSmooch(options: SmoochOptions): Smooch {
  const settings = readOptions(options);
  const { keyId, secret } = settings.key;
  const http = createAppHttp(settings);
  return {
    precreateUser: (userId, profile, call) => precreateUser(http, userId, profile, call),
    postMessage: (userId, textOrContent, call) => postMessage(http, userId, textOrContent, call),
    postMedia: (userId, source, call) => postMedia(http, userId, source, call),
    ensureWebhookExists: (trigger, url, call) => ensureWebhookExists(http, trigger, url, call),
    // That a secret may be here was decided when it was given.
    userJwt: (userId) => jwtForUser(keyId, secret, userId, { allowBrowserSecrets: true }),
  };
}
