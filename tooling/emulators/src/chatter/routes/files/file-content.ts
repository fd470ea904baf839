import { createHash } from 'node:crypto';
import { illegalValue, notFound, notReady } from '../../errors.js';
import { solidPng } from '../../pictures/png.js';
import type { ImageSize } from '../../pictures/image-size.js';
import {
  previewFormats,
  renderFilePreview,
  renderFilePreviews,
  renderImageFile,
} from '../../render/file-preview.js';
import type { FileVersion } from '../../state/file.js';
import { askForRenditions, renditionSizes, renditionStatusOf } from '../../state/rendition.js';
import type { Answer, Call, Handlers } from '../call.js';
import { found } from '../found.js';
import { fileOf, versionOf } from './found-file.js';

/** The bytes of files, and their pictures. Whoever asks for pictures of a private file sets their making going. */
export const fileContentHandlers: Handlers = {
  'GET /connect/files/{fileId}/content': (call) => bytesOf(versionOf(call, fileOf(call))),
  'GET /connect/files/{fileId}/rendition': readRendition,
  'GET /connect/files/{fileId}/previews': readPreviews,
  'PATCH /connect/files/{fileId}/previews': readPreviews,
  'GET /connect/files/{fileId}/previews/{previewFormat}': readPreview,
  'GET /connect/files/{fileId}/image': (call) => {
    const version = versionOf(call, fileOf(call));
    // What is no picture has no such resource.
    found(version.mimeType.startsWith('image/') || undefined);
    return { status: 200, body: renderImageFile(version, call.context) };
  },
};

/** The bytes of a version, as they came. */
export function bytesOf(version: FileVersion): Response {
  const { title, extension, bytes, mimeType } = version;
  const name =
    extension === '' || title.toLowerCase().endsWith(`.${extension}`) ? title : `${title}.${extension}`;
  const headers = {
    'content-type': mimeType,
    'content-length': String(bytes.length),
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  };
  return new Response(bytes, { headers });
}

function readPreviews(call: Call): Answer {
  const file = fileOf(call);
  const version = versionOf(call, file);
  askForRenditions(call.state, version);
  return { status: 200, body: renderFilePreviews(file, call.context, version) };
}

/** A format is taken by the name that answers have for it, too. */
function readPreview(call: Call): Answer {
  const file = fileOf(call);
  const version = versionOf(call, file);
  const given = call.part('previewFormat');
  const format = previewFormats.find(({ path, name }) =>
    [path, name.toLowerCase()].includes(given.toLowerCase()),
  );
  if (format === undefined) throw illegalValue('previewFormat', given);
  askForRenditions(call.state, version);
  return { status: 200, body: renderFilePreview(file, format, call.context, version) };
}

/** A small picture, once it is made; the pages of a PDF are the file itself. */
function readRendition(call: Call): Response {
  const file = fileOf(call);
  const version = versionOf(call, file);
  const type = (call.query.get('type') ?? 'THUMB120BY90').toUpperCase();
  const page = call.query.get('page') ?? '0';
  const size = renditionSizes[type];
  if (type !== 'PDF' && size === undefined) throw illegalValue('type', type);
  if (!/^\d{1,6}$/.test(page)) throw illegalValue('page', page);
  askForRenditions(call.state, version);
  const status = renditionStatusOf(call.state, file, version);
  if (status === 'Processing') {
    throw notReady(
      'The rendition is still being made. Ask for the file until its rendition status is Success.',
    );
  }
  if (status !== 'Success' || page !== '0') throw notFound();
  if (size !== undefined) return pictureOf(version, size);
  if (version.mimeType !== 'application/pdf') throw notFound();
  return bytesOf(version);
}

/** A picture in one colour, which is another for other bytes: this server does not look into files. */
export function pictureOf(version: FileVersion, size: ImageSize): Response {
  const color = createHash('md5').update(version.checksum).digest('hex').slice(0, 6);
  return new Response(solidPng(size, color), { headers: { 'content-type': 'image/png' } });
}
