import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import { connect, upload, withBearerUrls, type Chatter } from '../src/index.js';
import { setUp } from './setup.js';

/** A PNG of 3 × 2 pixels. */
const png: Uint8Array<ArrayBuffer> = Uint8Array.from(
  atob(
    'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAEUlEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==',
  ),
  (character) => character.charCodeAt(0),
);
const picture = new File([png], 'picture.png');

/** What a browser would show, which has no session. */
async function shown(url: string): Promise<{ readonly status: number; readonly bytes: Uint8Array }> {
  const answer = await fetch(url);
  return { status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()) };
}

const group = async (chatter: Chatter): Promise<string> =>
  (await chatter.groups.post({ name: 'Sailors', visibility: 'PublicAccess' })).id;

describe('a picture', () => {
  test('of a user is uploaded with its crop, and is the one that the user has', async () => {
    const { chatter } = await setUp();
    const node = connect(chatter).user_profiles.me.photo;
    const photo = await upload(node, picture, { cropX: 0, cropY: 0, cropSize: 2 }, withBearerUrls());
    expect(photo.photoVersionId).toMatch(/^729/);
    expect((await shown(photo.largePhotoUrl)).bytes).toEqual(png);
    expect((await chatter.users.me()).photo.photoVersionId).toBe(photo.photoVersionId);
  });

  test('of a group is, too', async () => {
    const { chatter } = await setUp();
    const id = await group(chatter);
    const photo = await upload(chatter.groups._(id).photo, picture, { cropX: 1, cropY: 0, cropSize: 2 });
    expect(photo.photoVersionId).toMatch(/^729/);
    expect((await chatter.groups._(id)()).photo.photoVersionId).toBe(photo.photoVersionId);
  });

  test('is the banner of a user and of a group, with a crop of its own form', async () => {
    const { chatter } = await setUp();
    const crop = { cropX: 0, cropY: 0, cropWidth: 3, cropHeight: 1 };
    const banner = await upload(connect(chatter).user_profiles.me.banner_photo, picture, crop);
    expect((await connect(chatter).user_profiles.me.banner_photo()).bannerPhotoVersionId).toBe(
      banner.bannerPhotoVersionId,
    );
    expect(banner.bannerPhotoVersionId).not.toBeNull();
    const id = await group(chatter);
    const node = chatter.groups._(id).banner_photo;
    const other = await upload(node, picture, crop);
    expect((await node()).bannerPhotoVersionId).toBe(other.bannerPhotoVersionId);
  });

  test('that is none, or is cropped beyond its edge, is refused', async () => {
    const { chatter } = await setUp();
    const { photo } = connect(chatter).user_profiles.me;
    const before = await photo();
    expect(await rejection(upload(photo, new File(['words'], 'words.txt')))).toMatchObject({
      kind: 'refused',
      status: 400,
      code: 'INVALID_OPERATION',
      message: expect.stringContaining('A picture is needed') as string,
    });
    expect(await rejection(upload(photo, picture, { cropX: 2, cropY: 0, cropSize: 2 }))).toMatchObject({
      kind: 'refused',
      code: 'NUMBER_OUTSIDE_VALID_RANGE',
    });
    expect(await photo()).toEqual(before);
  });
});

test('an address for images is read without a session, and only as it is', async () => {
  const { chatter } = await setUp();
  const { photo } = connect(chatter).user_profiles.me;
  await upload(photo, picture);
  const url = (await photo({}, withBearerUrls())).largePhotoUrl;
  expect(await shown(url)).toEqual({ status: 200, bytes: png });
  const altered = [`${url}0`, `${url}&size=1`, url.replace('?', '?a=b&'), url.replace(/\?.*/, '')];
  const statuses = await Promise.all(altered.map(async (each) => (await shown(each)).status));
  expect(statuses).toEqual([401, 401, 401, 401]);
});

test('the content of a file has such an address, too', async () => {
  const { emulator, chatter } = await setUp();
  const { id } = await upload(chatter, picture);
  const file = await connect(chatter).files._(id)({}, withBearerUrls());
  const url = new URL(file.downloadUrl ?? '', emulator.url).href;
  expect(await shown(url)).toEqual({ status: 200, bytes: png });
  expect((await shown(url.replace(/\?.*/, ''))).status).toBe(401);
});
