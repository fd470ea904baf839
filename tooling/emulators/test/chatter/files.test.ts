import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hasFixtures, recorded } from './fixtures.js';
import { bytesAt, connectOf, multipart, textOf, uploadText } from './library.js';
import {
  type Answered,
  at,
  type CallOptions,
  errorOf,
  idsOf,
  objectOf,
  startOrg,
  type TestOrg,
} from './org.js';

let org: TestOrg;
let connect: (method: string, path: string, options?: CallOptions) => Promise<Answered>;
beforeEach(async () => {
  org = await startOrg();
  connect = connectOf(org);
});
afterEach(() => org.close());

describe('uploading', () => {
  test('answers 201 with the file, named by its title whatever the part is called', async () => {
    const body = multipart({
      json: { title: 'emp_surv_results', desc: 'Employee Survey Results' },
      bytes: 'a,b\n1,2\n',
      fileName: 'survey.csv',
    });
    const answered = await connect('POST', 'files/users/me', { body });
    expect(answered.status).toBe(201);
    expect(answered.body).toMatchObject({
      id: expect.stringMatching(/^069.{15}$/) as unknown,
      title: 'emp_surv_results',
      name: 'emp_surv_results',
      description: 'Employee Survey Results',
      contentSize: 8,
      fileExtension: 'csv',
      fileType: 'Csv',
      mimeType: 'text/csv',
      versionNumber: '1',
      // The MD5 of these eight bytes.
      checksum: 'e5ebd4c02cefbe7955977c67ada242b7',
      publishStatus: 'PrivateAccess',
      sharingRole: 'Owner',
      type: 'ContentDocument',
    });
  });

  test('takes its JSON from a browser, which names the part otherwise and gives it no type', async () => {
    const form = new FormData();
    form.append('file', JSON.stringify({ title: 'From a page.txt' }));
    form.append('fileData', new Blob(['x']), 'x');
    const answered = await connect('POST', 'files/users/me', { body: form });
    expect(answered.body).toMatchObject({ title: 'From a page.txt', mimeType: 'text/plain' });
  });

  test('takes its properties as parameters beside the file', async () => {
    const form = new FormData();
    form.append('title', 'Flat.txt');
    form.append('isMajorVersion', 'true');
    form.append('fileData', new Blob(['x']), 'x');
    const answered = await connect('POST', 'files/users/me', { body: form });
    expect(answered.body).toMatchObject({ title: 'Flat.txt', isMajorVersion: true });
  });

  test('refuses a file in a part of another name', async () => {
    const body = multipart({ json: { title: 'x' }, part: 'upload', bytes: 'x' });
    const refused = errorOf(await connect('POST', 'files/users/me', { body }));
    expect(refused).toMatchObject({ status: 400, errorCode: 'INVALID_MULTIPART_REQUEST' });
  });

  test('says which part is missing when no file came along', async () => {
    const refused = errorOf(await connect('POST', 'files/users/me', { json: { title: 'x' } }));
    expect(refused).toMatchObject({ status: 400, errorCode: 'INVALID_MULTIPART_REQUEST' });
    expect(refused.message).toContain('fileData');
  });

  test('is for the own files only', async () => {
    const path = `files/users/${org.credentials.otherUserId}`;
    const body = multipart({ json: { title: 'x' }, bytes: 'x' });
    expect((await connect('POST', path, { body })).status).toBe(403);
  });

  test.runIf(hasFixtures)('gives a file the properties that the guide shows', async () => {
    const id = await uploadText(org, 'Shape.txt', 'x');
    const shown = Object.keys(Object(at(recorded('topic-files-v66.json'), 'files.0')) as object);
    expect(Object.keys(objectOf(await connect('GET', `files/${id}`)))).toEqual(expect.arrayContaining(shown));
  });
});

describe('bytes and versions', () => {
  test('the bytes come back as they went', async () => {
    const every = Uint8Array.from({ length: 256 }, (_, index) => index);
    const body = multipart({ json: { title: 'every.bin' }, bytes: every });
    const { body: file } = await connect('POST', 'files/users/me', { body });
    const content = await bytesAt(org, at(file, 'downloadUrl'));
    expect(content.type).toBe('application/octet-stream');
    expect(content.bytes).toEqual(every);
  });

  test('a POST to a file adds a version, and older ones stay', async () => {
    const id = await uploadText(org, 'Notes.txt', 'first');
    const added = await connect('POST', `files/${id}`, { body: multipart({ json: {}, bytes: 'second' }) });
    expect(added.status).toBe(201);
    expect(added.body).toMatchObject({ id, title: 'Notes.txt', versionNumber: '2', contentSize: 6 });

    const url = `/services/data/v66.0/connect/files/${id}`;
    expect(textOf((await bytesAt(org, `${url}/content`)).bytes)).toBe('second');
    expect(textOf((await bytesAt(org, `${url}/content?versionNumber=1`)).bytes)).toBe('first');
    expect((await bytesAt(org, `${url}/content?versionNumber=3`)).status).toBe(404);
    expect(at((await connect('GET', `files/${id}?versionNumber=1`)).body, 'contentSize')).toBe(5);
  });

  test('a PATCH renames and describes', async () => {
    const id = await uploadText(org, 'Old.txt', 'x');
    const json = { desc: 'Employee Survey Results', title: 'emp_surv_results' };
    const changed = await connect('PATCH', `files/${id}`, { json });
    expect(changed.status).toBe(200);
    expect(changed.body).toMatchObject({ title: 'emp_surv_results', description: json.desc });
  });

  test('a deleted file is gone, and a second DELETE finds nothing', async () => {
    const id = await uploadText(org, 'Old.txt', 'x');
    expect((await connect('DELETE', `files/${id}`)).status).toBe(204);
    expect((await connect('DELETE', `files/${id}`)).status).toBe(404);
  });

  test('an id of something else is refused', async () => {
    expect(errorOf(await connect('GET', `files/${org.credentials.userId}`))).toMatchObject({
      status: 400,
      errorCode: 'INVALID_ID_FIELD',
    });
  });

  test('many are read and deleted at once, each with its own status', async () => {
    const id = await uploadText(org, 'One.txt', 'x');
    const read = await connect('GET', `files/batch/${id},069000000000001AAA`);
    expect(at(read.body, 'hasErrors')).toBe(true);
    expect(at(read.body, 'results.0.result.id')).toBe(id);
    const gone = await connect('DELETE', `files/batch/${id},${id}`);
    expect(at(gone.body, 'results.0')).toEqual({ result: null, statusCode: 204 });
    expect(at(gone.body, 'results.1.statusCode')).toBe(404);
  });

  test('files are Chatter resources until 35.0, and say so in their addresses', async () => {
    const form = multipart({ json: { title: 'Early.txt' }, bytes: 'early' });
    const answered = await org.call('POST', '/services/data/v35.0/chatter/files/users/me', { body: form });
    expect(answered.status).toBe(201);
    const url = String(at(answered.body, 'downloadUrl'));
    expect(url).toMatch(/^\/services\/data\/v35\.0\/chatter\/files\/069/);
    expect(textOf((await bytesAt(org, url)).bytes)).toBe('early');
    expect((await org.call('GET', '/services/data/v35.0/connect/files/users/me')).status).toBe(404);
    expect((await org.call('GET', '/services/data/v36.0/chatter/files/users/me')).status).toBe(404);
  });
});

describe('lists', () => {
  test('the latest file comes first, and pages follow each other', async () => {
    const first = await uploadText(org, 'First.txt', 'x');
    await org.clock.advance(1_000);
    const second = await uploadText(org, 'Second.txt', 'x');
    const page = await connect('GET', 'files/users/me?pageSize=1');
    expect(idsOf(page, 'files')).toEqual([second]);
    const next = await org.call('GET', String(at(page.body, 'nextPageUrl')));
    expect(idsOf(next, 'files')).toEqual([first]);
  });

  test('a search looks into titles and descriptions', async () => {
    const id = await uploadText(org, 'Zeppelin timetable.txt', 'x');
    expect(idsOf(await connect('GET', 'files/users/me?q=zeppelin'), 'files')).toEqual([id]);
    expect((await connect('GET', 'files/users/me?q=z')).status).toBe(400);
  });

  test('a file on a post in a group is a file of the group', async () => {
    const groups = objectOf(await org.chatter('GET', 'groups?q=Harbour'));
    const groupId = String(at(groups, 'groups.0.id'));
    const fileId = await uploadText(org, 'Jetty.txt', 'x');
    const posted = await org.chatter('POST', 'feed-elements', {
      json: {
        feedElementType: 'FeedItem',
        subjectId: groupId,
        body: { messageSegments: [{ type: 'Text', text: 'See this.' }] },
        capabilities: { files: { items: [{ id: fileId }] } },
      },
    });
    expect(posted.status).toBe(201);
    expect(idsOf(await org.chatter('GET', `groups/${groupId}/files`), 'files')).toEqual([fileId]);
    expect(idsOf(await connect('GET', 'files/users/me/filter/groups'), 'files')).toContain(fileId);
    // Whoever reads the post reads the file.
    const token = await org.otherToken();
    expect(at((await connect('GET', `files/${fileId}`, { token })).body, 'sharingRole')).toBe('Viewer');
  });

  test('a file that somebody flagged is on the list of the moderators of a site', async () => {
    const fileId = await uploadText(org, 'Rude.txt', 'x');
    const flags = `communities/internal/files/${fileId}/moderation-flags`;
    const flagged = await connect('POST', flags, { json: { type: 'FlagAsSpam', note: 'Twice.' } });
    expect(flagged.body).toMatchObject({ flagCount: 1, flaggedByMe: true });
    expect(idsOf(await connect('GET', 'communities/internal/files/moderation'), 'files')).toEqual([fileId]);
    expect((await connect('DELETE', flags)).status).toBe(204);
  });
});
