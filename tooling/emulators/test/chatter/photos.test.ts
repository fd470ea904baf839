import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bytesAt, connectOf, multipart, tinyPng, uploadText } from './library.js';
import { type Answered, at, type CallOptions, errorOf, startOrg, type TestOrg } from './org.js';

let org: TestOrg;
let connect: (method: string, path: string, options?: CallOptions) => Promise<Answered>;
beforeEach(async () => {
  org = await startOrg();
  connect = connectOf(org);
});
afterEach(() => org.close());

const uploadPhoto = (json: object = { cropX: 0, cropY: 0, cropSize: '2' }): Promise<Answered> =>
  connect('POST', 'user-profiles/me/photo', {
    body: multipart({ json, part: 'fileUpload', bytes: tinyPng, fileName: 'me.png' }),
  });

describe('the photo of a user', () => {
  test('is the default one at first, which everybody can see', async () => {
    const { body } = await connect('GET', 'user-profiles/me/photo');
    expect(at(body, 'photoVersionId')).toBeNull();
    expect(at(body, 'largePhotoUrl')).toBe(`${org.url}/profilephoto/005/F`);
    for (const name of ['largePhotoUrl', 'smallPhotoUrl', 'fullEmailPhotoUrl']) {
      expect(await bytesAt(org, at(body, name), {})).toMatchObject({ status: 200, type: 'image/png' });
    }
  });

  test('is replaced by a file that comes along, and has a new version and new addresses', async () => {
    const first = await uploadPhoto();
    expect(first.status).toBe(201);
    const version = String(at(first.body, 'photoVersionId'));
    expect(version).toMatch(/^729.{12}$/);
    expect(at(first.body, 'smallPhotoUrl')).toBe(`${org.url}/profilephoto/${version}/T`);
    expect((await bytesAt(org, at(first.body, 'largePhotoUrl'))).bytes).toEqual(tinyPng);
    expect(at((await uploadPhoto()).body, 'photoVersionId')).not.toBe(version);
    const me = await org.chatter('GET', 'users/me');
    expect(at(me.body, 'photo.photoVersionId')).not.toBeNull();
  });

  test('that was uploaded is not for strangers, but for bearer URLs and for mails', async () => {
    await uploadPhoto();
    const { body } = await connect('GET', 'user-profiles/me/photo', {
      headers: { 'X-Connect-Bearer-Urls': 'true' },
    });
    const large = String(at(body, 'largePhotoUrl'));
    expect((await bytesAt(org, large, {})).bytes).toEqual(tinyPng);
    expect((await bytesAt(org, new URL(large).pathname, {})).status).toBe(401);
    expect((await bytesAt(org, at(body, 'standardEmailPhotoUrl'), {})).bytes).toEqual(tinyPng);
  });

  test('is made of a stored picture by its id', async () => {
    const upload = await connect('POST', 'files/users/me', {
      body: multipart({ json: { title: 'Me.png' }, bytes: tinyPng }),
    });
    const fileId = String(at(upload.body, 'id'));
    const set = await connect('POST', 'user-profiles/me/photo', { json: { fileId, versionNumber: 1 } });
    expect((await bytesAt(org, at(set.body, 'mediumPhotoUrl'))).bytes).toEqual(tinyPng);
  });

  test('cannot be a text, and its crop must be whole and lie in the picture', async () => {
    const fileId = await uploadText(org, 'Words.txt', 'x');
    const text = await connect('POST', 'user-profiles/me/photo', { json: { fileId } });
    expect(errorOf(text)).toMatchObject({ status: 400, errorCode: 'INVALID_OPERATION' });
    expect(errorOf(await uploadPhoto({ cropX: 0, cropSize: 2 }))).toMatchObject({
      errorCode: 'MISSING_ARGUMENT',
    });
    expect(errorOf(await uploadPhoto({ cropX: 2, cropY: 0, cropSize: 2 }))).toMatchObject({
      status: 400,
      errorCode: 'NUMBER_OUTSIDE_VALID_RANGE',
    });
    expect(errorOf(await connect('POST', 'user-profiles/me/photo', { json: {} }))).toMatchObject({
      errorCode: 'MISSING_ARGUMENT',
    });
  });

  test('goes by DELETE, and is only for its owner to change', async () => {
    await uploadPhoto();
    const theirs = `user-profiles/${org.credentials.otherUserId}/photo`;
    expect((await connect('DELETE', theirs)).status).toBe(403);
    expect((await connect('DELETE', 'user-profiles/me/photo')).status).toBe(204);
    expect(at((await connect('GET', 'user-profiles/me/photo')).body, 'photoVersionId')).toBeNull();
  });

  test('was a resource of the user until 34.0', async () => {
    const path = '/services/data/v34.0/chatter/users/me/photo';
    const set = await org.call('POST', path, {
      body: multipart({ part: 'fileUpload', bytes: tinyPng, fileName: 'me.png' }),
    });
    expect(set.status).toBe(201);
    expect(at(set.body, 'url')).toBe(path.replace('me', org.credentials.userId));
  });
});

describe('banners and groups', () => {
  test('a banner is a picture of its own', async () => {
    const body = multipart({
      json: { cropX: 0, cropY: 0, cropWidth: 3, cropHeight: 1 },
      part: 'fileUpload',
      bytes: tinyPng,
      fileName: 'wide.png',
    });
    const set = await connect('POST', 'user-profiles/me/banner-photo', { body });
    expect(set.status).toBe(201);
    expect(at(set.body, 'bannerPhotoVersionId')).toMatch(/^729/);
    expect((await bytesAt(org, at(set.body, 'bannerPhotoUrl'))).bytes).toEqual(tinyPng);
    expect(at((await connect('GET', 'user-profiles/me/photo')).body, 'photoVersionId')).toBeNull();
  });

  test('the photo of a group is for those who run it', async () => {
    const groups = await org.chatter('GET', 'groups?q=Harbour');
    const path = `groups/${String(at(groups.body, 'groups.0.id'))}/photo`;
    const post = (token?: string): Promise<Answered> =>
      org.chatter('POST', path, {
        body: multipart({ part: 'fileUpload', bytes: tinyPng, fileName: 'team.png' }),
        ...(token === undefined ? {} : { token }),
      });
    expect((await post(await org.otherToken())).status).toBe(403);
    expect((await post()).status).toBe(201);
    expect(at((await org.chatter('GET', path)).body, 'photoVersionId')).toMatch(/^729/);
  });

  test('icons have the size that their names tell', async () => {
    const motif = await connect('GET', 'motifs/005');
    const { bytes } = await bytesAt(org, at(motif.body, 'largeIconUrl'), {});
    expect(new DataView(bytes.buffer).getUint32(16)).toBe(64);
  });
});

test('a recommendation has no picture until one is put', async () => {
  const json = { name: 'Tour', explanation: 'New.', actionUrl: 'https://example.com', actionUrlName: 'Go' };
  const made = await connect('POST', 'recommendation-definitions', { json });
  expect(at(made.body, 'photo')).toBeNull();
  const path = `recommendation-definitions/${String(at(made.body, 'id'))}`;
  const body = multipart({ part: 'fileUpload', bytes: tinyPng, fileName: 'tour.png' });
  expect((await connect('PUT', `${path}/photo`, { body })).status).toBe(200);
  const photo = at((await connect('GET', path)).body, 'photo');
  expect((await bytesAt(org, at(photo, 'largePhotoUrl'))).bytes).toEqual(tinyPng);
  expect((await connect('DELETE', `${path}/photo`)).status).toBe(204);
});
