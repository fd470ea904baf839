import type { CallOptions } from '@x/http-core';
import type { MediaSource } from '../media/source.js';
import type { DeletedWebhooks } from '../resources/delete-all-webhooks.js';
import type { EnsuredWebhook } from '../resources/ensure-webhook.js';
import type { PostMediaOptions } from '../resources/post-media.js';
import type { PostMessageOptions } from '../resources/post-message.js';
import type { AppUserProfile, AppUserResponse } from './app-user.js';
import type { ChannelEntity, ChannelLink, Confirmation } from './channel.js';
import type { MessageContent } from './message-content.js';
import type { MessageResponse } from './message.js';
import type { WebhookContent, WebhookResponse, WebhooksResponse, WebhookTrigger } from './webhook.js';

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
   * Finds an app user, or makes one: what begins a chat with somebody who may be new. A user who is there stays as they are.
   *
   * Rejects as {@link precreateUser} does, but for `conflict`. Sent again after a 429 only.
   *
   * @see `POST /appusers`, and after a 409 `GET /appusers/{userId}`.
   * @example
   * ```ts
   * import type { AppUser, Smooch } from '@x/smooch';
   *
   * export async function welcome(smooch: Smooch, userId: string): Promise<AppUser> {
   *   const { appUser } = await smooch.initUser(userId, { givenName: 'Steve' });
   *   return appUser;
   * }
   * ```
   */
  initUser(userId: string, profile?: AppUserProfile, call?: CallOptions): Promise<AppUserResponse>;

  /**
   * Looks an app user up.
   *
   * Rejects with `refused` / `not_found` when there is none.
   *
   * @see `GET /appusers/{userId}`, "Get App User".
   * @example
   * ```ts
   * import type { Smooch } from '@x/smooch';
   *
   * export async function hasWritten(smooch: Smooch, userId: string): Promise<boolean> {
   *   const { appUser } = await smooch.getUser(userId);
   *   return appUser.conversationStarted;
   * }
   * ```
   */
  getUser(userId: string, call?: CallOptions): Promise<AppUserResponse>;

  /**
   * Adds to what is known of an app user. Fields and keys of `properties` that are left out stay as they are.
   *
   * Rejects with `refused` / `not_found` when there is no such user.
   *
   * @see `PUT /appusers/{userId}`, "Update App User".
   * @example
   * ```ts
   * import type { Smooch } from '@x/smooch';
   *
   * export async function note(smooch: Smooch, userId: string): Promise<void> {
   *   await smooch.updateUser(userId, { properties: { number: '213123' } });
   * }
   * ```
   */
  updateUser(userId: string, changes: AppUserProfile, call?: CallOptions): Promise<AppUserResponse>;

  /**
   * Asks for another channel through which an app user is reached. It is among the `pendingClients` until they agree, which
   * the event `link:success` tells.
   *
   * @param entity By what the channel knows them, and how they are asked. Default: they are not (`immediate`).
   *
   * Rejects with `refused` / `bad_request` for a number or an address that the channel does not know.
   *
   * @see `POST /appusers/{userId}/channels`, "Link App User to Channel".
   * @example
   * ```ts
   * import type { Smooch } from '@x/smooch';
   *
   * export async function reachBySms(smooch: Smooch, userId: string): Promise<void> {
   *   const confirmation = { type: 'prompt' } as const;
   *   await smooch.linkUserToChannel(userId, 'twilio', { phoneNumber: '+1 212-555-2368', confirmation });
   * }
   * ```
   */
  linkUserToChannel(
    userId: string,
    channel: ChannelLink['type'],
    entity: ChannelEntity & { readonly confirmation?: Confirmation | undefined },
    call?: CallOptions,
  ): Promise<AppUserResponse>;

  /**
   * Takes a channel away from an app user, by its type.
   *
   * @see `DELETE /appusers/{userId}/channels/{channel}`, "Unlink App User From Channel".
   * @example
   * ```ts
   * import type { Smooch } from '@x/smooch';
   *
   * export const noMoreSms = (smooch: Smooch, userId: string): Promise<void> =>
   *   smooch.unlinkUserFromChannel(userId, 'twilio');
   * ```
   */
  unlinkUserFromChannel(userId: string, channel: string, call?: CallOptions): Promise<void>;

  /**
   * Posts a message into the conversation of an app user, which begins with it if need be: a text, or the content of a
   * message of any type. The user says it, unless `sentByMaker` is true: then the business does.
   *
   * Rejects with `usage` / `INVALID_REQUEST` for content that the service would not take (unless `checks` is false), with `refused` /
   * `not_found` when there is no such user, `bad_request` for content that it does not take, `locked` when the conversation is full. Sent again after a 429 only: a message that timed out may have arrived.
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
   * In Node.js a path will do: `postMedia(userId, 'plan.pdf')`. The file is read while it is sent, and an error of the file system
   * comes back untouched. A stream is read into memory first, for as long as it takes, and cancelled when it proves too long or the signal is
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
   * All webhooks of the app, with their secrets.
   *
   * @see `GET /webhooks`, "List Webhooks".
   * @example
   * ```ts
   * import type { Smooch } from '@x/smooch';
   *
   * export async function secrets(smooch: Smooch): Promise<string[]> {
   *   const { webhooks } = await smooch.getWebhooks();
   *   return webhooks.map(({ secret }) => secret);
   * }
   * ```
   */
  getWebhooks(call?: CallOptions): Promise<WebhooksResponse>;

  /**
   * Has events told to an address. Without triggers it is told what the version tells by default.
   *
   * Rejects with `refused` / `bad_request` for triggers that the version does not know, for an address that does not answer, and
   * when the app has its ten webhooks; with `usage` / `INVALID_REQUEST` for an address that is no URL.
   *
   * @see `POST /webhooks`, "Create Webhook".
   * @example
   * ```ts
   * import type { Smooch } from '@x/smooch';
   *
   * export async function watch(smooch: Smooch): Promise<string> {
   *   const { webhook } = await smooch.makeWebhook('https://example.com/smooch', ['message:appUser', 'postback']);
   *   return webhook.secret;
   * }
   * ```
   */
  makeWebhook(
    target: string,
    triggers?: readonly WebhookTrigger[],
    call?: CallOptions,
  ): Promise<WebhookResponse>;

  /**
   * Changes a webhook. Triggers that are given go into the place of those that it has.
   *
   * @see `PUT /webhooks/{webhookId}`, "Update Webhook".
   * @example
   * ```ts
   * import type { Smooch } from '@x/smooch';
   *
   * export async function move(smooch: Smooch, webhookId: string, target: string): Promise<void> {
   *   await smooch.updateWebhook(webhookId, { target });
   * }
   * ```
   */
  updateWebhook(
    webhookId: string,
    changes: Partial<WebhookContent>,
    call?: CallOptions,
  ): Promise<WebhookResponse>;

  /**
   * Takes a webhook away.
   *
   * Rejects with `refused` / `not_found` when it is not there.
   *
   * @see `DELETE /webhooks/{webhookId}`, "Delete Webhook".
   * @example
   * ```ts
   * import type { Smooch } from '@x/smooch';
   *
   * export const forget = (smooch: Smooch): Promise<void> => smooch.deleteWebhook('5693d6a7d4465b2a008ef204');
   * ```
   */
  deleteWebhook(webhookId: string, call?: CallOptions): Promise<void>;

  /**
   * Takes all webhooks of the app away, four at a time, and tells what became of each. One that fails keeps none of the others.
   *
   * Rejects when they cannot be listed, and when its signal ends it.
   *
   * @see `GET /webhooks` and `DELETE /webhooks/{webhookId}`.
   * @example
   * ```ts
   * import type { Smooch } from '@x/smooch';
   *
   * export async function silence(smooch: Smooch): Promise<void> {
   *   const { failed } = await smooch.deleteAllWebhooks();
   *   for (const { id, error } of failed) console.error(id, error);
   * }
   * ```
   */
  deleteAllWebhooks(call?: CallOptions): Promise<DeletedWebhooks>;

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
