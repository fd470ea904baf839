import { checkText, type Http } from '@x/http-core';
import { checkUserId } from './checks/user-id.js';
import { refuseArgument } from './errors.js';
import { createAppHttp, createServiceHttp } from './http.js';
import { loadPart } from './load-part.js';
import { readOptions, type Settings, type SmoochOptions } from './options.js';
import { keepParts, partsOf, type SmoochParts } from './parts.js';
import { getUser, initUser, precreateUser, updateUser } from './resources/app-users.js';
import { postMessage, roleOf } from './resources/post-message.js';
import type { Smooch } from './types/smooch.js';

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
  return createClient(settings, createServiceHttp(settings, settings.baseUrl));
}

/**
 * The same client for another app, with the same credential: for a key of the account, which reaches all of them.
 *
 * @throws `usage` / `INVALID_REQUEST` for an empty id.
 * @example
 * ```ts
 * import { apps, forApp, type Smooch } from '@x/smooch';
 *
 * export async function announce(smooch: Smooch, userId: string): Promise<void> {
 *   for await (const app of apps(smooch).list()) {
 *     await forApp(smooch, app._id).postMessage(userId, 'We have moved', { sentByMaker: true });
 *   }
 * }
 * ```
 */
export function forApp(smooch: Smooch, appId: string): Smooch {
  return partsOf(smooch).forApp(checkText(refuseArgument, 'appId', appId));
}

function createClient(settings: Settings, root: Http): Smooch {
  const { key, appId, checks } = settings;
  const app = createAppHttp(root, settings);
  const forAnother = (other: string): Smooch => createClient({ ...settings, appId: other }, root);
  const parts: SmoochParts = { root, app, appId, checks, forApp: forAnother };
  const onDemand = () => loadPart(import('./on-demand.js'));
  const smooch: Smooch = {
    precreateUser: (userId, profile, call) => precreateUser(parts, userId, profile, call),
    initUser: (userId, profile, call) => initUser(parts, userId, profile, call),
    getUser: (userId, call) => getUser(app, userId, call),
    updateUser: (userId, changes, call) => updateUser(parts, userId, changes, call),
    linkUserToChannel: async (userId, type, { confirmation = { type: 'immediate' }, ...entity }, call) =>
      (await onDemand()).linkChannel(app, userId, { type, ...entity, confirmation }, call),
    unlinkUserFromChannel: async (userId, channel, call) =>
      (await onDemand()).unlinkChannel(app, userId, channel, call),
    postMessage: (userId, textOrContent, { sentByMaker, ...call } = {}) =>
      postMessage(parts, userId, textOrContent, roleOf(sentByMaker), call),
    postMedia: async (userId, source, call) => (await onDemand()).postMedia(parts, userId, source, call),
    getWebhooks: async (call) => (await onDemand()).listWebhooks(app, call),
    makeWebhook: async (target, triggers, call) =>
      (await onDemand()).createWebhook(app, { target, triggers }, call),
    updateWebhook: async (webhookId, changes, call) =>
      (await onDemand()).updateWebhook(app, webhookId, changes, call),
    deleteWebhook: async (webhookId, call) => (await onDemand()).deleteWebhook(app, webhookId, call),
    deleteAllWebhooks: async (call) => (await onDemand()).deleteAllWebhooks(smooch, call),
    ensureWebhookExists: async (trigger, url, call) =>
      (await onDemand()).ensureWebhookExists(smooch, trigger, url, call),
    async userJwt(userId) {
      checkUserId(userId);
      checkText(refuseArgument, 'keyId', key.keyId);
      checkText(refuseArgument, 'secret', key.secret);
      const { signToken } = await loadPart(import('./jwt/sign.js'));
      return signToken(key.keyId, key.secret, { scope: 'appUser', userId });
    },
  };
  return keepParts(smooch, parts);
}
