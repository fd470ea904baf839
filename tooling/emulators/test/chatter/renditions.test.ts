import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bytesAt, connectOf, multipart, textOf, tinyPng, uploadText } from './library.js';
import { type Answered, at, type CallOptions, errorOf, startOrg, type TestOrg } from './org.js';

let org: TestOrg;
let connect: (method: string, path: string, options?: CallOptions) => Promise<Answered>;
beforeEach(async () => {
  org = await startOrg();
  connect = connectOf(org);
});
afterEach(() => org.close());

const uploadPicture = async (): Promise<string> => {
  const body = multipart({ json: { title: 'Tiny.png' }, bytes: tinyPng });
  return String(at((await connect('POST', 'files/users/me', { body })).body, 'id'));
};

const statusOf = async (id: string): Promise<unknown> =>
  at((await connect('GET', `files/${id}`)).body, 'thumb120By90RenditionStatus');

describe('small pictures', () => {
  test('of a private file are made when somebody first asks, and take their time', async () => {
    const id = await uploadPicture();
    await org.clock.advance(60_000);
    expect(await statusOf(id)).toBe('Processing');
    const early = await connect('GET', `files/${id}/rendition`);
    expect(errorOf(early)).toMatchObject({ status: 404, errorCode: 'NOT_FOUND' });
    expect(errorOf(early).message).toContain('until its rendition status is Success');

    await org.clock.advance(2_000);
    expect(await statusOf(id)).toBe('Success');
    const url = at((await connect('GET', `files/${id}`)).body, 'renditionUrl240By180');
    const { type, bytes } = await bytesAt(org, url);
    expect(type).toBe('image/png');
    const header = new DataView(bytes.buffer);
    expect([header.getUint32(16), header.getUint32(20)]).toEqual([240, 180]);
  });

  test('of a file that is shared are made without being asked for', async () => {
    const id = await uploadText(org, 'Shared.txt', 'words');
    const json = { shares: [{ id: org.credentials.otherUserId, sharingType: 'V' }] };
    await connect('POST', `files/${id}/file-shares`, { json });
    expect(await statusOf(id)).toBe('Processing');
    await org.clock.advance(2_000);
    expect(await statusOf(id)).toBe('Success');
  });

  test('cannot be made of everything', async () => {
    const body = multipart({ json: { title: 'every.bin' }, bytes: 'x' });
    const id = String(at((await connect('POST', 'files/users/me', { body })).body, 'id'));
    await connect('PATCH', `files/${id}/previews`);
    await org.clock.advance(2_000);
    expect(await statusOf(id)).toBe('Failed');
    expect((await connect('GET', `files/${id}/rendition`)).status).toBe(404);
  });

  test('are there in three sizes and no other', async () => {
    const id = await uploadPicture();
    const refused = errorOf(await connect('GET', `files/${id}/rendition?type=THUMB1BY1`));
    expect(refused).toMatchObject({ status: 400, errorCode: 'ILLEGAL_QUERY_PARAMETER_VALUE' });
  });
});

describe('previews', () => {
  test('come with the addresses of their pages once they are made', async () => {
    const id = await uploadPicture();
    const asked = await connect('PATCH', `files/${id}/previews`);
    expect(at(asked.body, 'previews.3')).toMatchObject({
      format: 'ThumbnailTiny',
      status: 'InProgress',
      previewUrls: [],
    });
    await org.clock.advance(2_000);
    const made = await connect('GET', `files/${id}/previews/tiny-thumbnail`);
    expect(made.body).toMatchObject({ format: 'ThumbnailTiny', status: 'Available', previewUrlCount: 1 });
    expect((await bytesAt(org, at(made.body, 'previewUrls.0.previewUrl'))).type).toBe('image/png');
  });

  test('the PDF of a PDF is the file itself', async () => {
    const body = multipart({ json: { title: 'Paper.pdf' }, bytes: '%PDF-1.4\n' });
    const id = String(at((await connect('POST', 'files/users/me', { body })).body, 'id'));
    await connect('GET', `files/${id}/previews`);
    await org.clock.advance(2_000);
    const rendition = await bytesAt(org, `/services/data/v66.0/connect/files/${id}/rendition?type=PDF`);
    expect(textOf(rendition.bytes)).toBe('%PDF-1.4\n');
  });

  test('a picture says how large it is, and a text is none', async () => {
    const picture = await connect('GET', `files/${await uploadPicture()}/image`);
    expect(at(picture.body, 'masterDetail')).toEqual({
      height: 2,
      imageFormat: 'PNG',
      orientation: null,
      width: 3,
    });
    const text = await uploadText(org, 'Words.txt', 'x');
    expect((await connect('GET', `files/${text}/image`)).status).toBe(404);
  });
});

describe('bearer URLs', () => {
  const bearer = { headers: { 'X-Connect-Bearer-Urls': 'true' } };

  test('give the bytes without a header, for 20 minutes', async () => {
    const id = await uploadText(org, 'Words.txt', 'words');
    const url = at((await connect('GET', `files/${id}`, bearer)).body, 'downloadUrl');
    expect(textOf((await bytesAt(org, url, {})).bytes)).toBe('words');
    await org.clock.advance(20 * 60_000 - 1);
    expect((await bytesAt(org, url, {})).status).toBe(200);
    await org.clock.advance(1);
    expect((await bytesAt(org, url, {})).status).toBe(401);
  });

  test('are refused when somebody altered them', async () => {
    const id = await uploadText(org, 'Words.txt', 'words');
    const other = await uploadText(org, 'Other.txt', 'other');
    const url = String(at((await connect('GET', `files/${id}`, bearer)).body, 'downloadUrl'));
    expect((await bytesAt(org, url.replace(id, other), {})).status).toBe(401);
    expect((await bytesAt(org, `${url}&versionNumber=2`, {})).status).toBe(401);
    expect((await bytesAt(org, `${url}x`, {})).status).toBe(401);
  });

  test('are only given to those who ask for them', async () => {
    const id = await uploadText(org, 'Words.txt', 'words');
    const url = at((await connect('GET', `files/${id}`)).body, 'downloadUrl');
    expect((await bytesAt(org, url, {})).status).toBe(401);
  });
});
