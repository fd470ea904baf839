import { badRequest, notFound } from '../errors.js';
import { findAttachment, isOwnMedia } from '../media/addresses.js';
import type { Service } from '../service.js';
import type { App } from './model/index.js';

/** Deletes the file that an address stands for. */
export function removeAttachment(service: Service, app: App, address: string): void {
  if (!isOwnMedia(service, address)) {
    throw badRequest(`Unsupported media URL for attachment deletion: ${address}`);
  }
  const attachment = findAttachment(service, address);
  if (attachment?.appId !== app.id) throw notFound('Attachment');
  service.store.attachments.delete(attachment.path);
}
