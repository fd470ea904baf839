import { findAttachment } from '../media/addresses.js';
import type { Service } from '../service.js';
import type { Content } from './model/index.js';

/**
 * Type and size of media that this emulator holds. The service fetches foreign media to learn theirs; an emulator stays off the
 * network, so there the size stays unknown and the type is what the sender or the name of the file says.
 */
export function withStoredMedia(service: Pick<Service, 'url' | 'store'>, content: Content): Content {
  if (content.type !== 'image' && content.type !== 'file') return content;
  const attachment = findAttachment(service, content.mediaUrl);
  if (attachment === undefined) return content;
  return { ...content, mediaType: attachment.mediaType, mediaSize: attachment.bytes.byteLength };
}
