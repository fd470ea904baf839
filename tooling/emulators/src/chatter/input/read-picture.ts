import { invalidOperation, missingArgument, notFound, outsideRange } from '../errors.js';
import { imageSizeOf } from '../pictures/image-size.js';
import { latestVersion, type StoredFile } from '../state/file.js';
import type { Crop, Picture, PictureKind } from '../state/picture.js';
import type { Fields } from './fields.js';
import { extensionOf, mimeTypeOf } from './file-type.js';
import { needBinary } from './read-file.js';
import type { Input } from './read-input.js';

type Content = Pick<Picture, 'bytes' | 'mimeType'>;

/**
 * Reads what a photo or a banner is to be made of: a stored file by its id, or the binary part `fileUpload`; and which part of
 * it is shown.
 */
export function readPicture(
  kind: PictureKind,
  input: Input,
  find: (fileId: string) => StoredFile,
): Omit<Picture, 'versionId'> {
  const content = input.fields.hasValue('fileId')
    ? contentOf(find(input.fields.needText('fileId')), input.fields)
    : uploaded(input);
  if (!content.mimeType.startsWith('image/')) {
    throw invalidOperation(`A picture is needed, and this file is ${content.mimeType}.`);
  }
  return { ...content, crop: readCrop(kind, input.fields, content) };
}

function contentOf(file: StoredFile, fields: Fields): Content {
  const number = fields.integer('versionNumber', { from: 1, to: 999_999_999 });
  const version =
    number === undefined
      ? latestVersion(file)
      : file.versions.find((candidate) => candidate.number === number);
  if (version === undefined) throw notFound();
  return { bytes: version.bytes, mimeType: version.mimeType };
}

function uploaded(input: Input): Content {
  if (input.binaries.size === 0 && input.isJson) throw missingArgument('fileId');
  const { bytes, fileName, mimeType } = needBinary(input, 'fileUpload');
  return { bytes, mimeType: mimeTypeOf(extensionOf(fileName), mimeType) };
}

/** A square of a photo, a rectangle of a banner. Who gives one value must give all; the part must lie in the picture. */
function readCrop(kind: PictureKind, fields: Fields, { bytes }: Content): Crop | null {
  const sides =
    kind === 'photos' ? (['cropSize', 'cropSize'] as const) : (['cropWidth', 'cropHeight'] as const);
  const names = ['cropX', 'cropY', ...sides] as const;
  if (!names.some((name) => fields.hasValue(name))) return null;
  const { width: mostX, height: mostY } = imageSizeOf(bytes) ?? { width: 65_535, height: 65_535 };
  const need = (name: (typeof names)[number], from: number, to: number): number => {
    const value = fields.integer(name, { from, to });
    if (value === undefined) throw missingArgument(name);
    return value;
  };
  const x = need('cropX', 0, mostX - 1);
  const y = need('cropY', 0, mostY - 1);
  const crop = { x, y, width: need(sides[0], 1, mostX), height: need(sides[1], 1, mostY) };
  if (x + crop.width > mostX) throw outsideRange(sides[0], 1, mostX - x);
  if (y + crop.height > mostY) throw outsideRange(sides[1], 1, mostY - y);
  return crop;
}
