import { resourceUrl } from '../../render/context.js';
import { render } from '../../render/render.js';
import type { Handlers } from '../call.js';

const largestFile = 2 * 1024 ** 3;
const mostFilesOfPost = 10;

/** What an upload may be. Any kind of file is allowed, of which there is no list. */
export const uploadConfigHandlers: Handlers = {
  'GET /connect/file/upload/config': ({ context }) => ({
    status: 200,
    body: render(
      'FileUploadConfig',
      {
        hasCustomRecordTypes: false,
        maxFileAttachmentsOnFeed: mostFilesOfPost,
        maxFileSize: largestFile,
        uploadUrl: resourceUrl(context, '/connect/files/users/me'),
      },
      context,
    ),
  }),
};
