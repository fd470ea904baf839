import type { FileVersion, StoredFile } from '../state/file.js';
import { latestVersion } from '../state/file.js';
import { type RenderContext, resourceUrl } from './context.js';
import type { Json, JsonObject } from './json.js';
import { render } from './render.js';

const thumbnails = ['Thumb120By90', 'Thumb240By180', 'Thumb720By480'] as const;

/** File Preview Collection: the small pictures of a file, one page each. */
export function renderFilePreviews(file: StoredFile, context: RenderContext): JsonObject {
  const url = resourceUrl(context, `/connect/files/${file.id}/previews`);
  const previews = thumbnails.map((format) => {
    const type = format.toUpperCase();
    const previewUrl = resourceUrl(context, `/connect/files/${file.id}/rendition?type=${type}&page=0`);
    const page = render('FilePreviewUrl', { pageNumber: 0, previewUrl }, context);
    const values = {
      format,
      previewUrlCount: 1,
      previewUrls: [page],
      status: 'Success',
      url: `${url}/${format.toLowerCase()}`,
    };
    return render('FilePreview', values, context);
  });
  const versionNumber = String(latestVersion(file).number);
  return render('FilePreviewCollection', { fileId: file.id, previews, url, versionNumber }, context);
}

/** Image File Detail: what there is to know of a picture without looking into it. Null for what is no picture. */
export function renderImageDetails(version: FileVersion, context: RenderContext): Json {
  if (!version.mimeType.startsWith('image/')) return null;
  return render('ImageFileDetail', { imageFormat: version.extension.toUpperCase() }, context);
}
