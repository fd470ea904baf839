import type { Handlers } from '../call.js';
import { assetHandlers } from './assets.js';
import { atEarlierPaths } from './earlier-paths.js';
import { fileContentHandlers } from './file-content.js';
import { fileShareHandlers } from './file-shares.js';
import { folderItemHandlers } from './folder-items.js';
import { folderHandlers } from './folders.js';
import { fileHandlers } from './one-file.js';
import { shareLinkHandlers } from './share-links.js';
import { uploadConfigHandlers } from './upload-config.js';
import { userFileHandlers } from './user-files.js';

const connectHandlers: Handlers = {
  ...assetHandlers,
  ...fileContentHandlers,
  ...fileHandlers,
  ...fileShareHandlers,
  ...folderHandlers,
  ...folderItemHandlers,
  ...shareLinkHandlers,
  ...uploadConfigHandlers,
  ...userFileHandlers,
};

/** Files, folders and assets, where they are today and where they were. */
export const allFileHandlers: Handlers = { ...connectHandlers, ...atEarlierPaths(connectHandlers) };
