import { keyPrefix } from '../ids.js';
import type { StoredFile } from './file.js';
import { latestVersion } from './file.js';
import type { ChatterState } from './state.js';

/** A file that pages are made with, such as a logo, and that has a name of its own. */
export interface Asset {
  readonly id: string;
  readonly fileId: string;
  readonly name: string;
  readonly label: string;
  isVisibleByExternalUsers: boolean;
}

/** Makes an asset of a file; a second time changes nothing. */
export function addAsset(state: ChatterState, file: StoredFile): Asset {
  const known = assetOf(state, file.id);
  if (known !== undefined) return known;
  const label = latestVersion(file).title;
  const asset = {
    id: state.ids.next(keyPrefix.asset),
    fileId: file.id,
    name: freeName(state, label),
    label,
    isVisibleByExternalUsers: false,
  };
  state.assets.set(asset.id, asset);
  return asset;
}

export function assetOf(state: ChatterState, fileId: string): Asset | undefined {
  return [...state.assets.values()].find((asset) => asset.fileId === fileId);
}

export function assetNamed(state: ChatterState, name: string): Asset | undefined {
  return [...state.assets.values()].find((asset) => asset.name === name);
}

/** Names are those of a program: letters, digits and single underscores, beginning with a letter. */
function freeName(state: ChatterState, label: string): string {
  const words = label.replaceAll(/[^\dA-Za-z]+/g, '_').replaceAll(/^_+|_+$/g, '');
  const name = /^[A-Za-z]/.test(words) ? words : `File_${words}`.replace(/_$/, '');
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${name}${number}`;
    if (assetNamed(state, candidate) === undefined) return candidate;
  }
}
