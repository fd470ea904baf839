import { fileTypeOf } from '../input/file-type.js';
import { assetOf } from '../state/asset.js';
import { isPrivate, sharingRoleOf } from '../state/file-access.js';
import { type FileVersion, latestVersion, type StoredFile } from '../state/file.js';
import { rootFolderOf } from '../state/folder.js';
import { renditionStatusOf } from '../state/rendition.js';
import { renderAsset } from './asset.js';
import { isoDate, type RenderContext } from './context.js';
import { downloadUrl, fileUrl, folderUrl, renditionUrl } from './file-url.js';
import type { Json, JsonObject } from './json.js';
import { renderModerationFlags } from './moderation.js';
import { renderMotif } from './motif.js';
import { render } from './render.js';
import { renderMySubscription } from './subscription.js';
import { renderTopics } from './topic.js';
import { renderUserSummary } from './user-summary.js';

const longestTextPreview = 200;

/** File Summary: a file, as it is in one of its versions. */
export function renderFileSummary(
  file: StoredFile,
  context: RenderContext,
  version: FileVersion = latestVersion(file),
): JsonObject {
  return render('FileSummary', summaryValues(file, version, context), context);
}

/** File Detail: a file for itself. */
export function renderFileDetail(
  file: StoredFile,
  context: RenderContext,
  version: FileVersion = latestVersion(file),
): JsonObject {
  const asset = assetOf(context.state, file.id);
  const topics = { currentPageUrl: null, nextPageUrl: null, topics: renderTopics(file.topicIds, context) };
  return render(
    'FileDetail',
    {
      ...summaryValues(file, version, context),
      fileAsset: asset === undefined ? null : renderAsset(asset, context),
      pageCount: renditionStatusOf(context.state, file, version) === 'Success' ? 1 : 0,
      topics: render('TopicCollection', topics, context),
    },
    context,
  );
}

/** The three statuses of small pictures. A private file whose pictures nobody asked for has them coming. */
export function renditionStatuses(
  file: StoredFile,
  version: FileVersion,
  context: RenderContext,
): JsonObject {
  const status = renditionStatusOf(context.state, file, version);
  const shown = status === 'NotScheduled' ? 'Processing' : status;
  return {
    thumb120By90RenditionStatus: shown,
    thumb240By180RenditionStatus: shown,
    thumb720By480RenditionStatus: shown,
  };
}

/** The first characters of a text; null for a file that is none. */
export function textPreviewOf(version: FileVersion): string | null {
  if (!version.mimeType.startsWith('text/')) return null;
  return new TextDecoder()
    .decode(version.bytes.subarray(0, longestTextPreview * 4))
    .slice(0, longestTextPreview);
}

function summaryValues(file: StoredFile, version: FileVersion, context: RenderContext): JsonObject {
  const { state, viewer } = context;
  const owner = state.users.get(file.ownerId);
  return {
    checksum: version.checksum,
    contentModifiedDate: isoDate(version.contentModifiedAt),
    contentSize: version.bytes.length,
    contentVersionId: version.id,
    createdDate: isoDate(file.versions[0]?.createdAt ?? version.createdAt),
    description: file.description,
    downloadUrl: downloadUrl(context, file, version),
    fileExtension: version.extension,
    fileType: fileTypeOf(version.extension),
    flashRenditionStatus: 'Na',
    id: file.id,
    isFileAsset: assetOf(state, file.id) !== undefined,
    isInMyFileSync: file.isInMyFileSync,
    isMajorVersion: version.isMajor,
    mimeType: version.mimeType,
    // Only sites have moderators.
    moderationFlags:
      context.communityId === null
        ? null
        : renderModerationFlags(file.flags, `/connect/files/${file.id}/moderation-flags`, context),
    modifiedDate: isoDate(file.modifiedAt),
    motif: renderMotif(file.id, context),
    mySubscription: renderMySubscription(file.id, context),
    name: version.title,
    origin: 'Chatter',
    owner: owner === undefined ? null : renderUserSummary(owner, context),
    parentFolder: viewer.id === file.ownerId ? parentOf(file, context) : null,
    pdfRenditionStatus: version.mimeType === 'application/pdf' ? 'Success' : 'Na',
    publishStatus: isPrivate(state, file) ? 'PrivateAccess' : 'PublicAccess',
    renditionUrl: renditionUrl(context, file, 'THUMB120BY90'),
    renditionUrl240By180: renditionUrl(context, file, 'THUMB240BY180'),
    renditionUrl720By480: renditionUrl(context, file, 'THUMB720BY480'),
    sharingOption: file.sharingOption,
    sharingPrivacy: file.sharingPrivacy,
    sharingRole: sharingRoleOf(state, file, viewer.id) ?? null,
    systemModstamp: isoDate(file.modifiedAt),
    textPreview: textPreviewOf(version),
    ...renditionStatuses(file, version, context),
    title: version.title,
    type: 'ContentDocument',
    url: fileUrl(context, file.id, `?versionNumber=${version.number}`),
    versionNumber: String(version.number),
  };
}

function parentOf(file: StoredFile, context: RenderContext): Json {
  const id = file.parentFolderId ?? rootFolderOf(context.state, file.ownerId).id;
  return render('Reference', { id, url: folderUrl(context, id) }, context);
}
