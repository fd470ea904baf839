import type { FileVersion, StoredFile } from './file.js';
import { renditionsBegunAt } from './file-access.js';
import type { ChatterState } from './state.js';

/** How far the small pictures of a file are. */
export type RenditionStatus = 'NotScheduled' | 'Processing' | 'Failed' | 'Success';

/** How long the service needs for the pictures of a file. */
const processingMs = 2_000;

/** What the service can make pictures of. */
const picturable = /^(?:image|text)\/|^application\/(?:pdf|json|xml|msword|vnd\.)/;

export function renditionStatusOf(
  state: ChatterState,
  file: StoredFile,
  version: FileVersion,
): RenditionStatus {
  const begunAt = renditionsBegunAt(state, file, version);
  if (begunAt === undefined) return 'NotScheduled';
  if (state.clock.now() < begunAt + processingMs) return 'Processing';
  return version.bytes.length > 0 && picturable.test(version.mimeType) ? 'Success' : 'Failed';
}

/** Notes that somebody wants to see pictures, so that the service makes them. */
export function askForRenditions(state: ChatterState, version: FileVersion): void {
  version.previewAskedAt ??= state.clock.now();
}

/** The size of each small picture, by the name of its rendition. */
export const renditionSizes: Readonly<Record<string, { readonly width: number; readonly height: number }>> = {
  THUMB120BY90: { width: 120, height: 90 },
  THUMB240BY180: { width: 240, height: 180 },
  THUMB720BY480: { width: 720, height: 480 },
};
