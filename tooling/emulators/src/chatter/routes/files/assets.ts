import { readId } from '../../input/ids.js';
import { wholeNumber } from '../../input/parameters.js';
import { keyPrefix } from '../../ids.js';
import { renderFileDetail } from '../../render/file.js';
import { type Asset, assetNamed } from '../../state/asset.js';
import type { StoredFile } from '../../state/file.js';
import { forEachId } from '../batch-results.js';
import type { Call, Handlers } from '../call.js';
import { found } from '../found.js';
import { bytesOf, pictureOf } from './file-content.js';
import { ownFile, versionOf } from './found-file.js';

/** Files that pages are made with. Whoever makes pages sees all of them. */
export const assetHandlers: Handlers = {
  'GET /connect/file-assets/{assetId}': (call) => ({
    status: 200,
    body: renderFileDetail(fileOfAsset(assetOfPath(call), call), call.context),
  }),
  'PATCH /connect/file-assets/{assetId}': async (call) => {
    const asset = assetOfPath(call);
    const file = ownFile(call, fileOfAsset(asset, call));
    asset.isVisibleByExternalUsers = (await call.input()).fields.needBoolean('isVisibleByExternalUsers');
    return { status: 200, body: renderFileDetail(file, call.context) };
  },
  'GET /connect/file-assets/batch/{assetIds}': (call) =>
    forEachId(call, 'assetIds', (id) => {
      const asset = found(call.state.assets.get(readId(id, keyPrefix.asset)));
      return renderFileDetail(fileOfAsset(asset, call), call.context);
    }),
  'GET /connect/file-assets/{fullyQualifiedName}/content': (call) => {
    const asset = found(assetNamed(call.state, call.part('fullyQualifiedName')));
    return bytesOf(versionOf(call, fileOfAsset(asset, call)));
  },
  'GET /connect/file-assets/{fullyQualifiedName}/rendition': (call) => {
    const asset = found(assetNamed(call.state, call.part('fullyQualifiedName')));
    const version = versionOf(call, fileOfAsset(asset, call));
    found(version.mimeType.startsWith('image/') || undefined);
    const side = (name: string): number => wholeNumber(call.query, name, { from: 1, to: 2_000, usual: 240 });
    return pictureOf(version, { width: side('width'), height: side('height') });
  },
};

function assetOfPath(call: Call): Asset {
  return found(call.state.assets.get(call.id('assetId')));
}

function fileOfAsset(asset: Asset, call: Call): StoredFile {
  return found(call.state.files.get(asset.fileId));
}
