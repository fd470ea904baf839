import { fileTypeOf } from '../input/file-type.js';
import { latestVersion, type StoredFile } from '../state/file.js';
import type { RenderContext } from './context.js';
import { renditionStatuses, textPreviewOf } from './file.js';
import { renderImageDetails } from './file-preview.js';
import { downloadUrl, renditionUrl } from './file-url.js';
import type { JsonObject } from './json.js';
import { render } from './render.js';

/** Content, or Content Capability: a file that hangs on a post or a comment. */
export function renderContent(
  type: 'Content' | 'ContentCapability',
  file: StoredFile,
  context: RenderContext,
): JsonObject {
  const version = latestVersion(file);
  const values = {
    checksum: version.checksum,
    description: file.description,
    downloadUrl: downloadUrl(context, file),
    fileExtension: version.extension,
    fileSize: String(version.bytes.length),
    fileType: fileTypeOf(version.extension),
    hasPdfPreview: version.mimeType === 'application/pdf',
    id: file.id,
    isInMyFileSync: file.isInMyFileSync,
    mimeType: version.mimeType,
    renditionUrl: renditionUrl(context, file, 'THUMB120BY90'),
    renditionUrl240By180: renditionUrl(context, file, 'THUMB240BY180'),
    renditionUrl720By480: renditionUrl(context, file, 'THUMB720BY480'),
    sharingOption: file.sharingOption,
    textPreview: textPreviewOf(version),
    ...renditionStatuses(file, version, context),
    title: version.title,
    versionId: version.id,
  };
  if (type === 'ContentCapability') return render(type, values, context);
  return render(type, { ...values, imageDetails: renderImageDetails(version, context) }, context);
}
