/** What many programs never call. It is loaded with the first call that needs any of it, as one file. */
export { linkChannel, unlinkChannel } from './resources/channels.js';
export { deleteAllWebhooks } from './resources/delete-all-webhooks.js';
export { ensureWebhookExists } from './resources/ensure-webhook.js';
export { postImage, postMedia } from './resources/post-media.js';
export { createWebhook, deleteWebhook, listWebhooks, updateWebhook } from './resources/webhook-calls.js';
