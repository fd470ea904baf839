import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connectOf, multipart, uploadText } from './library.js';
import { type Answered, at, type CallOptions, errorOf, idsOf, startOrg, type TestOrg } from './org.js';

let org: TestOrg;
let connect: (method: string, path: string, options?: CallOptions) => Promise<Answered>;
let id: string;
beforeEach(async () => {
  org = await startOrg();
  connect = connectOf(org);
  id = await uploadText(org, 'Plans.txt', 'x');
});
afterEach(() => org.close());

const share = (sharingType: string): Promise<Answered> =>
  connect('POST', `files/${id}/file-shares`, {
    json: { message: 'For you.', shares: [{ id: org.credentials.otherUserId, sharingType }] },
  });

describe('sharing a file', () => {
  test('a private file is not there for others', async () => {
    const token = await org.otherToken();
    expect((await connect('GET', `files/${id}`, { token })).status).toBe(404);
  });

  test('makes it one of those that were shared with the other', async () => {
    const shared = await share('v');
    expect(shared.status).toBe(201);
    expect(at(shared.body, 'shares.0.entity.id')).toBe(org.credentials.userId);
    expect(at(shared.body, 'shares.1')).toMatchObject({ entityType: 'User', sharingType: 'V' });
    const token = await org.otherToken();
    expect(idsOf(await connect('GET', 'files/users/me/filter/shared-with-me', { token }), 'files')).toContain(
      id,
    );
    expect(at((await connect('GET', `files/${id}`)).body, 'publishStatus')).toBe('PublicAccess');
  });

  test('a viewer may look, a collaborator may change, and only the owner may delete', async () => {
    const token = await org.otherToken();
    const rename = () => connect('PATCH', `files/${id}`, { token, json: { title: 'Theirs.txt' } });
    await share('V');
    expect((await rename()).status).toBe(403);
    await share('C');
    expect((await rename()).status).toBe(200);
    expect((await connect('DELETE', `files/${id}`, { token })).status).toBe(403);
  });

  test('is for up to nine users, also as parameters with numbers', async () => {
    const shares = Array.from({ length: 10 }, () => ({ id: org.credentials.otherUserId, sharingType: 'V' }));
    const refused = errorOf(await connect('POST', `files/${id}/file-shares`, { json: { shares } }));
    expect(refused).toMatchObject({ status: 400, errorCode: 'NUMBER_OUTSIDE_VALID_RANGE' });
    const body = new URLSearchParams({ id1: org.credentials.otherUserId, sharingType1: 'C' });
    expect(
      at((await connect('POST', `files/${id}/file-shares`, { body })).body, 'shares.1.sharingType'),
    ).toBe('C');
  });

  test('can be kept to the owner', async () => {
    await share('C');
    await connect('PATCH', `files/${id}`, { json: { sharingOption: 'Restricted' } });
    const token = await org.otherToken();
    const json = { shares: [{ id: org.credentials.otherUserId, sharingType: 'V' }] };
    expect((await connect('POST', `files/${id}/file-shares`, { token, json })).status).toBe(403);
  });
});

describe('share links', () => {
  const path = (): string => `files/${id}/file-shares/link`;

  test('are made by PUT, keep their address, and go by DELETE', async () => {
    expect((await connect('GET', path())).status).toBe(404);
    const made = await connect('PUT', path(), { json: {} });
    expect(made.body).toMatchObject({ isPasswordRequired: false, password: null, expirationDate: null });
    const changed = await connect('PUT', path(), {
      json: { expirationDate: '2027-07-07T23:59:11.168Z', isPasswordRequired: 'true' },
    });
    expect(changed.body).toMatchObject({
      expirationDate: '2027-07-07T23:59:11.168Z',
      fileViewUrl: at(made.body, 'fileViewUrl'),
      isPasswordRequired: true,
      password: expect.stringMatching(/^\w{8}$/) as unknown,
    });
    expect((await connect('DELETE', path())).status).toBe(204);
    expect((await connect('DELETE', path())).status).toBe(404);
  });

  test('cannot have expired before they begin', async () => {
    const json = { expirationDate: '2024-07-07T23:59:11.168Z' };
    expect((await connect('PUT', path(), { json })).status).toBe(400);
  });
});

describe('folders', () => {
  const makeFolder = async (name: string, parent = 'root'): Promise<string> => {
    const json = { type: 'Folder', folder: { name } };
    return String(at((await connect('POST', `folders/${parent}/items`, { json })).body, 'folder.id'));
  };

  test('lie in each other, and files in them', async () => {
    const outer = await makeFolder('Boats');
    const inner = await makeFolder('Kayaks', outer);
    const body = multipart({ json: { type: 'File', file: { title: 'Paddles.txt' } }, bytes: 'x' });
    const added = await connect('POST', `folders/${inner}/items`, { body });
    expect(added.body).toMatchObject({ type: 'File', folder: null, file: { title: 'Paddles.txt' } });
    expect(at((await connect('GET', `folders/${inner}`)).body, 'path')).toBe('/Boats/Kayaks');
    expect(at((await connect('GET', `folders/${outer}/items`)).body, 'items.0.folder.id')).toBe(inner);
    expect(at((await connect('GET', 'folders/root/items?filter=Folder')).body, 'items.0.folder.name')).toBe(
      'Boats',
    );
  });

  test('a file moves by its PATCH, and goes with its folder', async () => {
    const folder = await makeFolder('Old');
    const moved = await connect('PATCH', `files/${id}`, { json: { parentFolderId: folder } });
    expect(at(moved.body, 'parentFolder.id')).toBe(folder);
    expect((await connect('DELETE', `folders/${folder}`)).status).toBe(204);
    expect((await connect('GET', `files/${id}`)).status).toBe(404);
  });

  test('cannot lie in themselves, nor beside one of the same name, and the root stays', async () => {
    const outer = await makeFolder('Boats');
    const inner = await makeFolder('Kayaks', outer);
    const into = await connect('PATCH', `folders/${outer}`, { json: { parentFolderId: inner } });
    expect(errorOf(into)).toMatchObject({ status: 400, errorCode: 'INVALID_OPERATION' });
    const twice = await connect('POST', 'folders/root/items', {
      json: { type: 'Folder', folder: { name: 'boats' } },
    });
    expect(errorOf(twice)).toMatchObject({ status: 400, errorCode: 'DUPLICATE_VALUE' });
    expect((await connect('DELETE', 'folders/root')).status).toBe(400);
  });

  test('are nobody else’s', async () => {
    const folder = await makeFolder('Mine');
    expect((await connect('GET', `folders/${folder}`, { token: await org.otherToken() })).status).toBe(404);
  });
});

describe('assets', () => {
  test('a file becomes an asset with a name of its own, once', async () => {
    const asset = await connect('POST', `files/${id}/asset`);
    expect(asset.body).toMatchObject({ name: 'Plans_txt', masterLabel: 'Plans.txt', type: 'ContentAsset' });
    expect(at((await connect('POST', `files/${id}/asset`)).body, 'id')).toBe(at(asset.body, 'id'));
    const content = await connect('GET', 'file-assets/Plans_txt/content');
    expect(content.text).toBe('x');
    const opened = await connect('PATCH', `file-assets/${String(at(asset.body, 'id'))}`, {
      json: { isVisibleByExternalUsers: true },
    });
    expect(at(opened.body, 'fileAsset.isVisibleByExternalUsers')).toBe(true);
  });
});
