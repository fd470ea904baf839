import { refuseArgument } from '../errors.js';
import { checkMetadata } from '../checks/metadata.js';
import { checkContent } from '../checks/content.js';
import type { MessagePost } from './types/message-body.js';

/** Refuses a message that the service would refuse. */
export function checkMessagePost({ author, content, metadata }: MessagePost): void {
  if (typeof Object(author).type !== 'string')
    refuseArgument('author', 'who says it: of type business or user');
  checkContent(refuseArgument, content, author.type === 'user');
  checkMetadata(refuseArgument, 'metadata', metadata);
}
