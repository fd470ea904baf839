import { describe, expect, test } from 'vitest';
import { at, textAt } from '../json.js';
import { basic, refusal, startApi, upload, type Api } from './support.js';
import { refusalV2, startV2 } from './v2/support.js';

const bytes = new Uint8Array([1, 2, 3]);

interface Private extends Api {
  readonly app: string;
  readonly mediaUrl: string;
  /** Fetches the file as somebody who sends these headers. */
  readonly fetchFile: (headers?: Readonly<Record<string, string>>) => Promise<Response>;
}

/** An app whose files are private, with one file. */
async function withPrivateFile(): Promise<Private> {
  const api = await startApi();
  const { call, emulator } = api;
  const app = `/apps/${emulator.credentials.appId}`;
  await call('PUT', `/v1.1${app}`, { json: { settings: { attachmentsAccess: 'private' } } });
  const { body } = await call('POST', '/v1.1/attachments?access=public', { form: upload(bytes, 'bill.pdf') });
  const mediaUrl = textAt(body, 'mediaUrl');
  return { ...api, app, mediaUrl, fetchFile: (headers = {}) => fetch(mediaUrl, { headers }) };
}

describe('private files of v1.1', () => {
  test('are for nobody who only knows the address', async () => {
    const { fetchFile, emulator } = await withPrivateFile();
    const refused = await fetchFile();
    expect(refused.status).toBe(401);
    expect(await refused.json()).toEqual(refusal('unauthorized', 'Authorization is required'));
    expect((await fetchFile({ authorization: basic(emulator.credentials) })).status).toBe(401);
  });

  test('are opened by a token, and by the cookie that it becomes, for two hours', async () => {
    const { call, app, fetchFile, clock, emulator } = await withPrivateFile();
    const { status, body } = await call('POST', '/v1.1/attachments/token', { json: { paths: [app] } });
    expect(status).toBe(200);
    const authorization = `Bearer ${textAt(body, 'tokens', app)}`;
    expect((await fetchFile({ authorization })).status).toBe(200);
    const cookied = await fetch(`${emulator.url}/v1.1/attachments/cookie`, { headers: { authorization } });
    expect([cookied.status, await cookied.json()]).toEqual([200, {}]);
    const [cookie = '', ...attributes] = cookied.headers.get('set-cookie')?.split('; ') ?? [];
    expect(attributes).toEqual([`Path=/media${app}`, 'Max-Age=7200', 'HttpOnly']);
    const file = await fetchFile({ cookie });
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes);
    await clock.advance(2 * 60 * 60_000 + 1000);
    expect((await fetchFile({ cookie })).status).toBe(401);
    expect(
      (await fetch(`${emulator.url}/v1.1/attachments/cookie`, { headers: { authorization } })).status,
    ).toBe(403);
  });

  test('of one conversation are not opened by a token for another', async () => {
    const { call, app, fetchFile } = await withPrivateFile();
    const messages = '/v1.1/appusers/customer-2093/messages';
    const id = textAt((await call('GET', messages)).body, 'conversation', '_id');
    const path = `${app}/conversations/${id}`;
    const { body } = await call('POST', `/v1.1${app}/attachments/token`, { json: { paths: [path] } });
    const headers = { authorization: `Bearer ${String(at(body, 'tokens', path))}` };
    expect((await fetchFile(headers)).status).toBe(401);
    const uploaded = await call('POST', '/v1.1/attachments?access=public&for=message&userId=customer-2093', {
      form: upload(bytes, 'bill.pdf'),
    });
    expect((await fetch(textAt(uploaded.body, 'mediaUrl'), { headers })).status).toBe(200);
  });

  test('have tokens only for paths of the app', async () => {
    const { call, app } = await withPrivateFile();
    const ask = async (paths?: unknown) =>
      (await call('POST', '/v1.1/attachments/token', { json: { paths } })).status;
    expect(await ask(['/apps/0123456789abcdef01234567'])).toBe(403);
    expect(await ask([`${app}/conversations/nowhere`])).toBe(404);
    expect(await ask(['/somewhere'])).toBe(400);
    expect(await ask([])).toBe(400);
    expect(await ask()).toBe(400);
  });
});

test('private files of v2 need the credentials of the API', async () => {
  const { ask, emulator } = await startV2();
  emulator.control.configure({ privateAttachments: true });
  const { body } = await ask('POST', '/attachments?access=public', { form: upload(bytes, 'bill.pdf') });
  const mediaUrl = textAt(body, 'attachment', 'mediaUrl');
  const refused = await fetch(mediaUrl);
  expect(refused.status).toBe(401);
  expect(await refused.json()).toEqual(refusalV2('unauthorized', 'Authorization is required'));
  const headers = { authorization: basic(emulator.credentials) };
  const file = await fetch(mediaUrl, { headers });
  expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes);
  emulator.control.configure({ privateAttachments: false });
  expect((await fetch(mediaUrl)).status).toBe(200);
});
