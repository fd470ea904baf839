import { createHash } from 'node:crypto';
import type { BearerUrls } from '../bearer-urls.js';
import { ChatterError, notFound } from '../errors.js';
import { writeJson } from '../render/answer.js';
import type { Sessions } from '../sessions.js';
import { type Picture, pictureOfVersion } from '../state/picture.js';
import type { ChatterState } from '../state/state.js';
import { solidPng } from './png.js';
import { publicPictureName, publicSizes } from './public-name.js';

/** Where pictures are that answers only give the addresses of. */
export const picturePaths: string[] = ['/profilephoto/:version/:size', '/ncsphoto/:name', '/img/*'];

/** How large the default pictures are, by the ends of their addresses. */
const defaultSizes: Readonly<Record<string, { readonly width: number; readonly height: number }>> = {
  B: { width: 1_280, height: 240 },
  F: { width: 200, height: 200 },
  M: { width: 160, height: 160 },
  T: { width: 45, height: 45 },
};

/**
 * Answers the bytes of pictures. Icons and default pictures are open to all; a photo that somebody uploaded is for those with
 * a session or a bearer URL, and in mails for those with its unguessable address.
 */
export function createPictureHandler(service: {
  readonly state: ChatterState;
  readonly sessions: Sessions;
  readonly bearerUrls: BearerUrls;
}): (request: Request) => Response {
  return (request) => {
    try {
      return answerPicture(request, service);
    } catch (error) {
      if (!(error instanceof ChatterError)) throw error;
      const body = writeJson(error.body, { sortKeys: false, encodeEntities: false, pretty: false });
      const headers = { 'content-type': 'application/json;charset=UTF-8' };
      return new Response(body, { status: error.status, headers });
    }
  };
}

function answerPicture(request: Request, service: Parameters<typeof createPictureHandler>[0]): Response {
  const { state, sessions, bearerUrls } = service;
  const [folder = '', name = '', size = ''] = new URL(request.url).pathname.split('/').slice(1);
  if (folder === 'ncsphoto') return stored(findPublic(state, name));
  if (folder === 'img') return icon(new URL(request.url).pathname);
  const standard = defaultSizes[size];
  if (standard !== undefined && /^(?:005|0F9|0RD)$/.test(name)) return png(standard, name);
  if (bearerUrls.admit(request) === undefined) sessions.admit(request.headers.get('authorization'));
  return stored(pictureOfVersion(state, name));
}

function stored(picture: Picture | undefined): Response {
  if (picture === undefined) throw notFound();
  return new Response(picture.bytes, { headers: { 'content-type': picture.mimeType } });
}

function findPublic(state: ChatterState, name: string): Picture | undefined {
  return [...state.photos.values()].find((picture) =>
    publicSizes.some((size) => publicPictureName(picture, size) === name),
  );
}

/** `/img/icon/profile64.png` is a square of 64 pixels. */
function icon(path: string): Response {
  const size = Number(/(\d{2,3})(?:_v2)?\.png$/.exec(path)?.[1] ?? 0);
  if (size === 0) throw notFound();
  return png({ width: size, height: size }, path.replaceAll(/\d/g, ''));
}

/** Things of one name have one colour. */
function png(size: { readonly width: number; readonly height: number }, name: string): Response {
  const color = createHash('md5').update(name).digest('hex').slice(0, 6);
  return new Response(solidPng(size, color), { headers: { 'content-type': 'image/png' } });
}
