import { describe, expect, test } from 'vitest';
import { at, listAt, textAt } from '../json.js';
import { type Api, settled, startApi } from './support.js';

const content = 'Contours\nof lakes';

/** Announces a file and sends it; the result is its id. */
async function upload({ call }: Api, args: Readonly<Record<string, string>> = {}): Promise<string> {
  const { body } = await call('files.getUploadURLExternal', {
    filename: 'notes.txt',
    length: String(content.length),
    ...args,
  });
  const response = await fetch(textAt(body, 'upload_url'), { method: 'POST', body: content });
  expect(await response.text()).toBe(`OK - ${content.length}`);
  return textAt(body, 'file_id');
}

const complete = (api: Api, id: string, args: Readonly<Record<string, string>> = {}) =>
  api.call('files.completeUploadExternal', { files: JSON.stringify([{ id, title: 'Notes' }]), ...args });

describe('an upload', () => {
  test('in three steps shares a file, of which the last answer does not know yet', async () => {
    const api = await startApi();
    const { channelId: channel_id, userToken, botUserId } = api.emulator.credentials;
    const line = await api.connect({ token: userToken });
    const id = await upload(api);
    const { body } = await complete(api, id, { channel_id, initial_comment: 'See *this*' });
    expect(body).toMatchObject({ files: [{ id, title: 'Notes', size: content.length, shares: {} }] });

    const message = await line.next({ subtype: 'file_share' });
    expect(message).toMatchObject({ text: 'See *this*', user: botUserId, files: [{ id }], upload: true });
    expect(await line.next({ type: 'file_shared' })).toMatchObject({
      file_id: id,
      file: { id },
      user_id: botUserId,
      channel_id,
    });
    expect(await line.next({ type: 'file_public' })).toMatchObject({ file_id: id });
    expect((await api.call('files.info', { file: id })).body).toMatchObject({
      file: {
        id,
        mimetype: 'text/plain',
        is_public: true,
        channels: [channel_id],
        shares: { public: { [channel_id]: [{ ts: message['ts'] }] } },
      },
    });
  });

  test('without a channel stays with its owner', async () => {
    const api = await startApi();
    const token = api.emulator.credentials.userToken;
    const other = await api.connect({ token });
    const file = await upload(api);
    await complete(api, file);
    expect((await api.call('files.info', { file })).body).toMatchObject({ file: { is_public: false } });
    expect((await api.call('files.info', { file }, { token })).body['error']).toBe('file_not_found');
    await settled(other);
    expect(other.heard.filter(({ type }) => String(type).startsWith('file'))).toEqual([]);
  });

  test('takes a form with one file, and goes into a thread', async () => {
    const api = await startApi();
    const channel_id = api.emulator.credentials.channelId;
    const thread_ts = api.emulator.control.say('general', 'ines', 'notes?');
    const announced = await api.call('files.getUploadURLExternal', { filename: 'a.png', length: '3' });
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array([1, 2, 3])]), 'a.png');
    const sent = await fetch(textAt(announced.body, 'upload_url'), { method: 'POST', body: form });
    expect(sent.status).toBe(200);
    await complete(api, textAt(announced.body, 'file_id'), { channel_id, thread_ts });
    const { body } = await api.call('conversations.replies', { channel: channel_id, ts: thread_ts });
    expect(at(body, 'messages', 1)).toMatchObject({ thread_ts, files: [{ mimetype: 'image/png' }] });
  });

  test('must be as long as announced, is used up once sent, and lets no page read the answer', async () => {
    const { call } = await startApi();
    const { body } = await call('files.getUploadURLExternal', { filename: 'a.txt', length: '3' });
    const send = (text: string) => fetch(textAt(body, 'upload_url'), { method: 'POST', body: text });
    expect((await send('four')).status).toBe(400);
    const sent = await send('abc');
    expect([sent.status, sent.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
    expect([...sent.headers.keys()].filter((key) => key.startsWith('access-control'))).toEqual([]);
    expect((await send('abc')).status).toBe(404);
  });

  test.each([
    ['files.getUploadURLExternal', { length: '3' }, 'missing_argument'],
    ['files.getUploadURLExternal', { filename: 'a' }, 'missing_argument'],
    ['files.getUploadURLExternal', { filename: 'a', length: 'x' }, 'invalid_arguments'],
    ['files.completeUploadExternal', {}, 'missing_argument'],
    ['files.completeUploadExternal', { files: '[{"id":"F0NONE"}]' }, 'file_not_found'],
  ])('%s with %j is refused as %s', async (method, args: Record<string, string>, error) => {
    const { call } = await startApi();
    expect((await call(method, args)).body).toMatchObject({ ok: false, error });
  });

  test('into a channel of others is refused, and the file can still be shared elsewhere', async () => {
    const api = await startApi();
    const { channelId, otherChannelId } = api.emulator.credentials;
    const id = await upload(api);
    expect((await complete(api, id, { channel_id: otherChannelId })).body['error']).toBe('not_in_channel');
    expect((await complete(api, id, { channel_id: channelId })).body['ok']).toBe(true);
    expect((await complete(api, id)).body['error']).toBe('file_not_found');
  });
});

describe('a picture', () => {
  // The first bytes of each kind, which say how large it is: 900 by 450 pixels.
  const png = [
    0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 3, 132, 0, 0, 1, 194,
  ];
  const gif = [...Buffer.from('GIF89a'), 132, 3, 194, 1, ...Array.from({ length: 14 }, () => 0)];
  const jpeg = [
    0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1, 0xff, 0xc0, 0, 17, 8, 1, 194, 3, 132, 3, 1, 34, 0, 2, 17, 1,
  ];

  test.each([
    ['map.png', png],
    ['map.gif', gif],
    ['map.jpg', jpeg],
  ])('called %s has smaller copies, as large as they fit', async (name, bytes) => {
    const { call, emulator } = await startApi();
    const file = emulator.control.upload('ines', 'general', { name, content: Uint8Array.from(bytes) });
    const { body } = await call('files.info', { file });
    expect(body).toMatchObject({
      file: {
        original_w: 900,
        original_h: 450,
        thumb_360_w: 360,
        thumb_360_h: 180,
        thumb_960_w: 900,
        thumb_960_h: 450,
        thumb_64: expect.stringContaining('map_64') as string,
      },
    });
    expect(at(body, 'file')).not.toHaveProperty('thumb_1024');
    const address = textAt(body, 'file', 'thumb_360');
    const headers = { authorization: `Bearer ${emulator.credentials.botToken}` };
    expect((await fetch(address, { headers })).status).toBe(200);
    expect((await fetch(address, { redirect: 'manual' })).status).toBe(302);
  });

  test('that is none has no copies', async () => {
    const { call, emulator } = await startApi();
    const file = emulator.control.upload('ines', 'general', {
      name: 'map.png',
      content: 'no picture at all, but a text',
    });
    expect(at((await call('files.info', { file })).body, 'file')).not.toHaveProperty('thumb_64');
  });
});

describe('a file', () => {
  test('knows where it is shared when its message arrives, and who replied to that', async () => {
    const { call, connect, emulator } = await startApi();
    const { channelId: channel, userId } = emulator.credentials;
    const line = await connect();
    const file = emulator.control.upload('ines', 'general', { name: 'notes.txt', content });
    const message = await line.next({ subtype: 'file_share' });
    expect(at(message, 'files', 0)).toMatchObject({ is_public: true, channels: [channel], shares: {} });
    const ts = textAt(message, 'ts');
    const reply = emulator.control.say('general', 'ines', 'Any thoughts?', { threadTs: ts });
    const { body } = await call('files.info', { file });
    expect(at(body, 'file', 'shares', 'public', channel)).toMatchObject([
      { ts, reply_count: 1, reply_users_count: 1, reply_users: [userId], latest_reply: reply },
    ]);
  });

  test('is fetched with a token alone', async () => {
    const api = await startApi();
    const { channelId: channel_id, botToken } = api.emulator.credentials;
    const { body } = await complete(api, await upload(api), { channel_id });
    const address = textAt(body, 'files', 0, 'url_private');
    const response = await fetch(address, { headers: { authorization: `Bearer ${botToken}` } });
    expect(response.headers.get('content-type')).toBe('text/plain');
    expect(await response.text()).toBe(content);
    expect((await fetch(address, { redirect: 'manual' })).status).toBe(302);
  });

  test('is listed by kind, channel and owner', async () => {
    const api = await startApi();
    const { channelId: channel, otherChannelId, userId } = api.emulator.credentials;
    const ids = [await upload(api), await upload(api, { filename: 'map.png' })];
    for (const id of ids) await complete(api, id, { channel_id: channel });
    const list = async (args: Record<string, string>) =>
      listAt((await api.call('files.list', args)).body, 'files').map((file) => at(file, 'id'));
    expect(await list({})).toEqual(ids.toReversed());
    expect(await list({ types: 'images', channel })).toEqual([ids[1]]);
    expect(await list({ channel: otherChannelId })).toEqual([]);
    expect(await list({ user: userId })).toEqual([]);
    expect((await api.call('files.list', { count: '1', page: '2' })).body).toMatchObject({
      files: [{ id: ids[0] }],
      paging: { count: 1, total: 2, page: 2, pages: 2 },
    });
    expect((await api.call('files.list', { types: 'songs' })).body['error']).toBe('unknown_type');
  });

  test('is deleted by its owner, and leaves a mark in its message', async () => {
    const api = await startApi();
    const channel = api.emulator.credentials.channelId;
    const file = await upload(api);
    await complete(api, file, { channel_id: channel });
    const walt = api.emulator.control.issueToken({ kind: 'user', user: 'walt' });
    expect((await api.call('files.delete', { file }, { token: walt })).body['error']).toBe(
      'cant_delete_file',
    );
    const line = await api.connect({ token: walt });
    expect((await api.call('files.delete', { file })).body).toEqual({ ok: true });
    expect(await line.next({ type: 'file_deleted' })).toMatchObject({
      file_id: file,
      channel_ids: [channel],
    });
    expect((await api.call('files.info', { file })).body['error']).toBe('file_deleted');
    const { body } = await api.call('conversations.history', { channel, limit: '1' });
    expect(at(body, 'messages', 0, 'files')).toEqual([{ id: file, mode: 'tombstone' }]);
  });

  test('gets a public address once, until that is revoked', async () => {
    const api = await startApi();
    const file = await upload(api);
    await complete(api, file);
    const share = () => api.call('files.sharedPublicURL', { file });
    expect((await share()).body).toMatchObject({ file: { public_url_shared: true } });
    expect((await share()).body['error']).toBe('already_public');
    expect((await api.call('files.revokePublicURL', { file })).body).toMatchObject({
      file: { public_url_shared: false },
    });
  });
});
