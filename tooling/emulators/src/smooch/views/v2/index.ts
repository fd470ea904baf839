export { clientId, clientType, viewClient, viewClients } from './client.js';
export { viewContent } from './content.js';
export { viewConversation, viewTruncatedConversation } from './conversation.js';
export { devicesOf, viewDevice } from './device.js';
export { viewAuthor, viewMessage, viewMessageWith, viewSource } from './message.js';
export { viewParticipant } from './participant.js';
export { viewTruncatedUser, viewUser } from './user.js';
export { viewWebhook } from './webhook.js';
