import { keyPrefix } from '../ids.js';
import type { ChatterState } from './state.js';

/** Which part of a picture is shown, in its own pixels. */
export interface Crop {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The photo or the banner of a user or a group. A new one has a new id, so that browsers do not show the old one. */
export interface Picture {
  readonly versionId: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mimeType: string;
  readonly crop: Crop | null;
}

export type PictureKind = 'photos' | 'banners';

export function setPicture(
  state: ChatterState,
  kind: PictureKind,
  ownerId: string,
  picture: Omit<Picture, 'versionId'>,
): Picture {
  const stored = { ...picture, versionId: state.ids.next(keyPrefix.picture) };
  state[kind].set(ownerId, stored);
  return stored;
}

/** The picture that an address of pictures names by the first 15 characters of its id. */
export function pictureOfVersion(state: ChatterState, shortId: string): Picture | undefined {
  const pictures = [...state.photos.values(), ...state.banners.values()];
  return pictures.find((picture) => picture.versionId.startsWith(shortId));
}
