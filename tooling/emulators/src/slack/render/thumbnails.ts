import { imageSizeOf } from '../files/image-size.js';
import type { StoredFile } from '../state/model.js';
import type { Store } from '../state/store.js';

/** Into which squares a picture is fitted. There is none that is much larger than the picture. */
const squares = [360, 480, 720, 800, 960, 1_024];
const icons = [64, 80, 160];

/** Where smaller copies of a picture are, and how large they and it are; nothing for a file that is none. */
export function renderThumbnails({ team }: Store, file: StoredFile): Readonly<Record<string, unknown>> {
  const size = file.bytes === undefined ? undefined : imageSizeOf(file.bytes);
  if (size === undefined) return {};
  const { width, height } = size;
  const longest = Math.max(width, height);
  const [, base = file.name, extension = ''] = /^(.+)(\.\w+)$/.exec(file.name) ?? [];
  const urlOf = (square: number): string =>
    `${file.origin}/files-tmb/${team.id}-${file.id}-${file.secret}/${encodeURIComponent(base)}_${square}${extension}`;
  const wanted = squares.filter((_, index) => index === 0 || longest > (squares[index - 1] ?? 0));
  return Object.fromEntries([
    ...icons.map((square) => [`thumb_${square}`, urlOf(square)] as const),
    ...wanted.flatMap((square) => {
      const scale = Math.min(1, square / longest);
      return [
        [`thumb_${square}`, urlOf(square)],
        [`thumb_${square}_w`, Math.round(width * scale)],
        [`thumb_${square}_h`, Math.round(height * scale)],
      ] as const;
    }),
    ['original_w', width],
    ['original_h', height],
    ['image_exif_rotation', 1],
  ]);
}
