import type { Asset } from '../state/asset.js';
import { type RenderContext, resourceUrl } from './context.js';
import type { JsonObject } from './json.js';
import { render } from './render.js';

/** Asset File. */
export function renderAsset(asset: Asset, context: RenderContext): JsonObject {
  const url = resourceUrl(context, `/connect/file-assets/${asset.name}`);
  return render(
    'AssetFile',
    {
      baseAssetUrl: url,
      baseUnauthenticatedAssetUrl: asset.isVisibleByExternalUsers ? url : null,
      id: asset.id,
      isVisibleByExternalUsers: asset.isVisibleByExternalUsers,
      masterLabel: asset.label,
      name: asset.name,
      namespacePrefix: null,
      type: 'ContentAsset',
    },
    context,
  );
}
