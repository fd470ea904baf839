import type { Handlers } from '../call.js';
import { emojiHandlers } from './emojis.js';
import { extensionHandlers } from './extensions.js';
import { linkMetadataHandlers } from './link-metadata.js';
import { motifHandlers } from './motifs.js';

/** What pages need around posts. */
export const smallResourceHandlers: Handlers = {
  ...emojiHandlers,
  ...extensionHandlers,
  ...linkMetadataHandlers,
  ...motifHandlers,
};
