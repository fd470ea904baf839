import { tooManyRequests } from '../errors.js';
import { isPreflight, preflightResponse, withRequestHeaders } from '../headers.js';
import type { RateLimiter } from '../rate-limit.js';
import type { Service } from '../service.js';
import { accountRoutes, legacyAppRoutes } from './account/index.js';
import { appUserRoutes } from './app-users.js';
import { addAttachmentCookieRoutes, attachmentTokenRoutes } from './attachment-access.js';
import { attachmentRoutes } from './attachments.js';
import { buttonRoutes } from './buttons.js';
import { channelRoutes } from './channels.js';
import { conversationRoutes } from './conversation.js';
import { identityRoutes } from './identity.js';
import { imageRoutes } from './images.js';
import { integrationRoutes } from './integrations.js';
import { legacyRoutes } from './legacy.js';
import { serveMedia } from './media.js';
import { menuRoutes } from './menus.js';
import { messageTemplateRoutes } from './message-templates.js';
import { messageRoutes } from './messages.js';
import { notificationRoutes } from './notifications.js';
import { addOAuthRoutes } from './oauth.js';
import { isV2Path, refusal } from './refusal.js';
import { createRouter } from './router.js';
import { templateRoutes } from './templates.js';
import { v2AccountRoutes, v2Routes } from './v2/index.js';
import { webhookRoutes } from './webhooks.js';
import { whatsAppProfileRoutes } from './whatsapp-profile.js';

/** Answers every HTTP request of the emulator. */
export function createApplication(
  service: Service,
  limiter: RateLimiter,
  options: { readonly legacy: boolean },
): (request: Request) => Promise<Response> {
  const router = createRouter(service, {
    account: [...v2AccountRoutes(service), ...accountRoutes(service)],
    v2: v2Routes(service),
    legacy: [
      ...legacyAppRoutes(service),
      ...appUserRoutes(service),
      ...messageRoutes(service),
      ...imageRoutes(service),
      ...conversationRoutes(service),
      ...buttonRoutes(service),
      ...attachmentRoutes(service),
      ...attachmentTokenRoutes(service),
      ...channelRoutes(service),
      ...identityRoutes(service),
      ...menuRoutes(service),
      ...integrationRoutes(service),
      ...whatsAppProfileRoutes(service),
      ...messageTemplateRoutes(service),
      ...templateRoutes(service),
      ...notificationRoutes(service),
      ...webhookRoutes(service),
      ...(options.legacy ? legacyRoutes(service) : []),
    ],
  });

  addOAuthRoutes(router, service);
  addAttachmentCookieRoutes(router, service);

  const respond = async (request: Request): Promise<Response> => {
    try {
      const file = await serveMedia(service, request);
      if (file !== undefined) return file;
      const retryAfterSeconds = limiter.take();
      if (retryAfterSeconds !== undefined) throw tooManyRequests(retryAfterSeconds);
      return await router.fetch(request);
    } catch (error) {
      return refusal(error, isV2Path(new URL(request.url).pathname));
    }
  };

  return async (request) =>
    isPreflight(request) ? preflightResponse(request) : withRequestHeaders(request, await respond(request));
}
