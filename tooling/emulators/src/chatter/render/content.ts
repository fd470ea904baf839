import { latestVersion, type StoredFile } from '../state/file.js';
import { type RenderContext, resourceUrl } from './context.js';
import { renderImageDetails } from './file-preview.js';
import type { JsonObject } from './json.js';
import { render } from './render.js';

/** Content, or Content Capability: a file that hangs on a post or a comment. */
export function renderContent(
  type: 'Content' | 'ContentCapability',
  file: StoredFile,
  context: RenderContext,
): JsonObject {
  const version = latestVersion(file);
  const url = resourceUrl(context, `/connect/files/${file.id}`);
  const rendition = (size: string): string => `${url}/rendition?type=${size}`;
  const values = {
    contentUrl: null,
    description: file.description,
    downloadUrl: `${url}/content?versionNumber=${version.number}`,
    fileExtension: version.extension,
    fileSize: String(version.bytes.length),
    fileType: version.extension.toUpperCase(),
    hasPdfPreview: false,
    id: file.id,
    isInMyFileSync: false,
    mimeType: version.mimeType,
    renditionUrl: rendition('THUMB120BY90'),
    renditionUrl240By180: rendition('THUMB240BY180'),
    renditionUrl720By480: rendition('THUMB720BY480'),
    sharingOption: 'Allowed',
    thumb120By90RenditionStatus: 'Success',
    thumb240By180RenditionStatus: 'Success',
    thumb720By480RenditionStatus: 'Success',
    title: version.title,
    versionId: version.id,
  };
  if (type === 'ContentCapability') return render(type, values, context);
  return render(type, { ...values, imageDetails: renderImageDetails(version, context) }, context);
}
