import { imageSizeOf } from '../pictures/image-size.js';
import { type FileVersion, latestVersion, type StoredFile } from '../state/file.js';
import { renditionSizes, type RenditionStatus, renditionStatusOf } from '../state/rendition.js';
import { bearerUrl, type RenderContext } from './context.js';
import { fileUrl } from './file-url.js';
import type { Json, JsonObject } from './json.js';
import { render } from './render.js';

/** What previews are called in paths and in answers, and of which rendition they are made. */
export interface PreviewFormat {
  readonly path: string;
  readonly name: string;
  readonly rendition: string;
}

export const previewFormats: readonly PreviewFormat[] = [
  { path: 'pdf', name: 'Pdf', rendition: 'PDF' },
  { path: 'big-thumbnail', name: 'ThumbnailBig', rendition: 'THUMB720BY480' },
  { path: 'thumbnail', name: 'Thumbnail', rendition: 'THUMB240BY180' },
  { path: 'tiny-thumbnail', name: 'ThumbnailTiny', rendition: 'THUMB120BY90' },
];

const statusNames: Readonly<Record<RenditionStatus, string>> = {
  Failed: 'NotAvailable',
  NotScheduled: 'NotScheduled',
  Processing: 'InProgress',
  Success: 'Available',
};

/** File Preview Collection: the small pictures of a file, and its pages. */
export function renderFilePreviews(
  file: StoredFile,
  context: RenderContext,
  version: FileVersion = latestVersion(file),
): JsonObject {
  return render(
    'FilePreviewCollection',
    {
      fileId: file.id,
      previews: previewFormats.map((format) => renderFilePreview(file, format, context, version)),
      url: fileUrl(context, file.id, '/previews'),
      versionNumber: String(version.number),
    },
    context,
  );
}

/** File Preview: one kind of pictures of a file, which has them once they are made. */
export function renderFilePreview(
  file: StoredFile,
  format: PreviewFormat,
  context: RenderContext,
  version: FileVersion = latestVersion(file),
): JsonObject {
  const isPossible = format.rendition !== 'PDF' || version.mimeType === 'application/pdf';
  const status = isPossible ? statusNames[renditionStatusOf(context.state, file, version)] : 'NotAvailable';
  const { rendition } = format;
  const previewUrl = bearerUrl(context, fileUrl(context, file.id, `/rendition?type=${rendition}&page=0`));
  const pages =
    status === 'Available' ? [render('FilePreviewUrl', { pageNumber: 0, previewUrl }, context)] : [];
  return render(
    'FilePreview',
    {
      format: format.name,
      previewUrlCount: pages.length,
      previewUrls: pages,
      status,
      url: fileUrl(context, file.id, `/previews/${format.path}`),
    },
    context,
  );
}

/** Image File Detail. Null for what is no picture. */
export function renderImageDetails(version: FileVersion, context: RenderContext): Json {
  if (!version.mimeType.startsWith('image/')) return null;
  const size = imageSizeOf(version.bytes);
  return renderImage(version.extension.toUpperCase(), size, context);
}

/** Image File: how large a picture is, and how large its small pictures are. */
export function renderImageFile(version: FileVersion, context: RenderContext): JsonObject {
  return render(
    'ImageFile',
    {
      masterDetail: renderImageDetails(version, context),
      renditionDimensions: Object.values(renditionSizes).map((size) => renderImage('PNG', size, context)),
    },
    context,
  );
}

function renderImage(
  imageFormat: string,
  size: { readonly width: number; readonly height: number } | undefined,
  context: RenderContext,
): JsonObject {
  const { width = null, height = null } = size ?? {};
  return render('ImageFileDetail', { height, imageFormat, orientation: null, width }, context);
}
