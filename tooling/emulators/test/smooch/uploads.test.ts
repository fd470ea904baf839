import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { at, textAt } from '../json.js';
import { refusal, startApi, upload, type Api } from './support.js';

const attachments = '/v1.1/attachments?access=public';

function bytesOf(size: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(randomBytes(size));
}

async function download(address: string): Promise<Response> {
  return fetch(address);
}

async function withUser(): Promise<Api> {
  const api = await startApi();
  await api.createUser('a');
  return api;
}

describe('an attachment', () => {
  test('comes back byte for byte, at an address of this emulator', async () => {
    const { call, emulator } = await startApi();
    const bytes = bytesOf(300_001);
    const { status, body } = await call('POST', attachments, { form: upload(bytes, 'my photo (1).PNG') });
    expect(status).toBe(201);
    const { appId } = emulator.credentials;
    const mediaUrl = textAt(body, 'mediaUrl');
    expect(body).toEqual({ mediaUrl, mediaType: 'image/png' });
    const { origin, pathname } = new URL(mediaUrl);
    expect(origin).toBe(emulator.url);
    expect(decodeURIComponent(pathname)).toMatch(
      new RegExp(String.raw`^/media/apps/${appId}/[\da-f]{32}/my photo \(1\)\.PNG$`),
    );

    const response = await download(mediaUrl);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(Buffer.compare(Buffer.from(await response.arrayBuffer()), Buffer.from(bytes))).toBe(0);
  });

  test('of 50 MB is taken, and a byte more is too large', async () => {
    const { call } = await startApi();
    const limit = 50 * 1024 * 1024;
    const bytes = new Uint8Array(limit).fill(7);
    const taken = await call('POST', attachments, { form: upload(bytes, 'film.mp4') });
    expect(taken.status).toBe(201);
    const back = await (await download(textAt(taken.body, 'mediaUrl'))).arrayBuffer();
    expect(Buffer.compare(Buffer.from(back), bytes)).toBe(0);
    const tooLarge = await call('POST', attachments, { form: upload(new Uint8Array(limit + 1), 'film.mp4') });
    expect(tooLarge).toMatchObject({
      status: 413,
      body: { error: { description: 'request entity too large' } },
    });
    // 150 MB go back and forth.
  }, 30_000);

  test.each([
    ['program.exe', 'MZ', 'File rejected. File extension not allowed'],
    ['page.html', '<p>', 'File rejected. File extension not allowed'],
    ['constructor.constructor', 'x', 'File rejected. File extension not allowed'],
    ['README', 'words', 'File rejected. File type could not be retrieved'],
    ['photo.jpg', '\u007fELF', 'File rejected. File type not allowed'],
    ['notes.txt', '#!/bin/sh', 'File rejected. File type not allowed'],
  ])('called %s is rejected', async (name, content, description) => {
    const { call } = await startApi();
    const form = upload(new TextEncoder().encode(content), name);
    expect(await call('POST', attachments, { form })).toMatchObject({
      status: 415,
      body: refusal('unsupported_media_type', description),
    });
  });

  test('without an extension is known by its content', async () => {
    const { call } = await startApi();
    const form = upload(new TextEncoder().encode('GIF89a …'), 'picture');
    expect(at(await call('POST', attachments, { form }), 'body', 'mediaType')).toBe('image/gif');
  });

  test('must be public, and must be there', async () => {
    const { call } = await startApi();
    const form = () => upload(bytesOf(10), 'a.png');
    for (const path of ['', '?access=private', '?access=public&for=fun', '?access=public&for=message']) {
      expect((await call('POST', `/v1.1/attachments${path}`, { form: form() })).status).toBe(400);
    }
    expect(await call('POST', attachments, { form: new FormData() })).toMatchObject({
      status: 400,
      body: refusal('bad_request', "should have required property 'source'"),
    });
    expect((await call('POST', attachments, { json: {} })).status).toBe(400);
  });

  test('for a message belongs to the conversation of the user, and goes with the message', async () => {
    const { call } = await withUser();
    const post = (json: object) => call('POST', '/v1.1/appusers/a/messages', { json });
    const begun = await post({ role: 'appUser', type: 'text', text: 'Hi' });
    const { body } = await call('POST', `${attachments}&for=message&userId=a`, {
      form: upload(bytesOf(1234), 'a.pdf'),
    });
    const mediaUrl = textAt(body, 'mediaUrl');
    expect(mediaUrl).toContain(`/conversations/${textAt(begun.body, 'conversation', '_id')}/`);
    const posted = await post({ role: 'appMaker', type: 'file', mediaUrl });
    expect(posted.body).toMatchObject({
      message: { mediaUrl, mediaType: 'application/pdf', mediaSize: 1234 },
    });
    expect((await download(mediaUrl)).status).toBe(200);
    await call('DELETE', `/v1.1/appusers/a/messages/${textAt(posted.body, 'message', '_id')}`);
    expect((await download(mediaUrl)).status).toBe(404);
  });

  test('for a message of somebody who does not exist is 404', async () => {
    const { call } = await startApi();
    const form = upload(bytesOf(10), 'a.png');
    expect((await call('POST', `${attachments}&for=message&appUserId=nobody`, { form })).status).toBe(404);
  });

  test('can be removed once', async () => {
    const { call, emulator } = await startApi();
    const { body } = await call('POST', attachments, { form: upload(bytesOf(10), 'a.png') });
    const mediaUrl = textAt(body, 'mediaUrl');
    const remove = (json: object) => call('POST', '/v1.1/attachments/remove', { json });
    expect(await remove({ mediaUrl })).toMatchObject({ status: 200, body: {} });
    expect((await download(mediaUrl)).status).toBe(404);
    expect((await remove({ mediaUrl })).status).toBe(404);
    const foreign = 'https://badhost.example/image.png';
    expect(await remove({ mediaUrl: foreign })).toMatchObject({
      status: 400,
      body: refusal('bad_request', `Unsupported media URL for attachment deletion: ${foreign}`),
    });
    expect((await remove({ mediaUrl: `${emulator.url}/v1.1/webhooks` })).status).toBe(400);
    expect((await remove({})).status).toBe(400);
  });
});

describe('an image posted to the conversation', () => {
  test('becomes a message with the picture', async () => {
    const { call } = await withUser();
    const bytes = bytesOf(4096);
    const form = upload(bytes, 'cat.jpg', { role: 'appMaker', name: 'Ann', metadata: '{"n":1}' });
    const { status, body } = await call('POST', '/v1.1/appusers/a/images', { form });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      message: {
        type: 'image',
        role: 'appMaker',
        name: 'Ann',
        text: ' ',
        mediaType: 'image/jpeg',
        mediaSize: 4096,
        metadata: { n: 1 },
      },
      conversation: { unreadCount: 1 },
    });
    const back = await (await download(textAt(body, 'message', 'mediaUrl'))).arrayBuffer();
    expect(Buffer.compare(Buffer.from(back), Buffer.from(bytes))).toBe(0);
  });

  test('must be a picture of somebody', async () => {
    const { call } = await withUser();
    const images = '/v1.1/appusers/a/images';
    const noRole = await call('POST', images, { form: upload(bytesOf(10), 'cat.jpg') });
    expect(noRole).toMatchObject({ status: 400 });
    const noImage = await call('POST', images, { form: upload(bytesOf(10), 'a.pdf', { role: 'appUser' }) });
    expect(noImage).toMatchObject({ status: 415 });
    expect((await call('GET', '/v1.1/appusers/a/messages')).status).toBe(404);
  });

  test('goes with its user', async () => {
    const { call } = await withUser();
    const { body } = await call('POST', '/v1.1/appusers/a/images', {
      form: upload(bytesOf(10), 'cat.jpg', { role: 'appUser' }),
    });
    await call('DELETE', '/v1.1/appusers/a');
    expect((await download(textAt(body, 'message', 'mediaUrl'))).status).toBe(404);
  });
});
