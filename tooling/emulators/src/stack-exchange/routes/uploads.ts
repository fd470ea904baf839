import { pictureReputation } from '../content/oneboxes.js';
import { pictureTypeOf, pictureTypeOfAddress } from '../content/picture-type.js';
import type { Picture } from '../state/pictures.js';
import { redirectAnswer } from './answers.js';
import type { Call } from './call.js';
import { ownRoot } from './own-root.js';
import { Declined, PageNotFound } from './refusals.js';
import { requireReputation } from './rights.js';
import type { Route } from './route.js';

const largestPicture = 2 * 1024 * 1024;

/** Pictures. The form that sends them has no fkey; its answer is a script in the frame that the form was sent from. */
export const uploadRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/upload/image',
    needsFkey: false,
    async handle(call) {
      try {
        requireReputation(call, pictureReputation, 'to upload images');
        return scriptAnswer('result', await keep(call));
      } catch (error) {
        if (!(error instanceof Declined)) throw error;
        return scriptAnswer('error', error.message);
      }
    },
  },
  {
    method: 'GET',
    path: '/uploads/:name',
    handle({ service }, parameters) {
      const picture = service.pictures.get(parameters['name'] ?? '');
      if (picture === undefined) throw new PageNotFound();
      if (picture.kind === 'address') return redirectAnswer(picture.address);
      return new Response(picture.body, { headers: { 'content-type': picture.type } });
    },
  },
];

/** Keeps the picture that was sent, and gives the address where it can be fetched. */
async function keep(call: Call): Promise<string> {
  const { picture, extension } = await readPicture(call);
  return `${ownRoot(call)}/uploads/${call.service.pictures.add(picture, extension)}`;
}

async function readPicture(call: Call): Promise<{ readonly picture: Picture; readonly extension: string }> {
  const fields = await call.multipart();
  const address = fields?.get('upload-url') ?? call.form.get('upload-url');
  const file = fields?.get('filename');
  if (file instanceof File && file.size > 0) {
    if (file.size > largestPicture) throw new Declined('Failed to upload image; the file is too large');
    const body = new Uint8Array(await file.arrayBuffer());
    const known = pictureTypeOf(body);
    if (known === undefined) throw unsupported();
    return { picture: { kind: 'file', type: known.type, body }, extension: known.extension };
  }
  if (typeof address === 'string' && address !== '') {
    const known = pictureTypeOfAddress(address);
    if (known === undefined) throw unsupported();
    return { picture: { kind: 'address', address }, extension: known.extension };
  }
  throw new Declined('Failed to upload image; there is none');
}

function unsupported(): Declined {
  return new Declined('Failed to upload image; the format is not supported');
}

function scriptAnswer(name: 'result' | 'error', text: string): Response {
  const quoted = text.replaceAll(/[\\'<]/g, (character) => `\\x${character.charCodeAt(0).toString(16)}`);
  return new Response(`<script>var ${name} = '${quoted}';</script>`, {
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
}
