import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hasFixtures, recorded } from './fixtures.js';
import { connectOf } from './library.js';
import { type Answered, at, type CallOptions, errorOf, startOrg, type TestOrg } from './org.js';

let org: TestOrg;
let connect: (method: string, path: string, options?: CallOptions) => Promise<Answered>;
beforeEach(async () => {
  org = await startOrg();
  connect = connectOf(org);
});
afterEach(() => org.close());

describe('link metadata', () => {
  const describeLinks = (...urls: string[]): Promise<Answered> =>
    org.chatter('GET', `link-metadata?urls=${encodeURIComponent(urls.join(','))}`);

  test('are those that the org was told, and nothing for other pages', async () => {
    const known = 'https://www.example.com/a?x=1,2';
    org.control.addLinkMetadata(known, { title: 'A & B', type: 'Video', width: 640, height: 480 });
    const { body } = await describeLinks(known, 'https://www.example.com/b');
    expect(at(body, 'linkMetadataList.0')).toMatchObject({
      originalUrl: known,
      title: 'A & B',
      type: 'Video',
      width: 640,
    });
    expect(at(body, 'linkMetadataList.1')).toMatchObject({
      originalUrl: 'https://www.example.com/b',
      title: null,
      type: 'None',
    });
  });

  test('are told over HTTP as well', async () => {
    const url = 'https://www.example.com/film';
    const json = { url, title: 'A film', type: 'Video' };
    expect(
      (await org.call('POST', '/_emulator/add-link-metadata', { json, token: null })).status,
    ).toBeLessThan(300);
    expect(at((await describeLinks(url)).body, 'linkMetadataList.0.title')).toBe('A film');
  });

  test('are only of web pages', async () => {
    expect(errorOf(await describeLinks('ftp://example.com'))).toMatchObject({ status: 400 });
  });
});

describe('motifs', () => {
  test.runIf(hasFixtures)('have the keys that the guide shows, by an id or by its beginning', async () => {
    const shown = Object.keys(recorded('motif-v66.json'));
    for (const named of ['005', org.credentials.userId]) {
      const { body } = await connect('GET', `motifs/${named}`);
      expect(Object.keys(Object(body) as object)).toEqual(expect.arrayContaining(shown));
    }
  });

  test.runIf(hasFixtures)('of a file is the one of the guide, and many come at once', async () => {
    const { body } = await connect('GET', 'motifs/batch/069,nothing');
    const shown = at(recorded('motifs-batch-v66.json'), 'results.1.result');
    expect(at(body, 'results.0.result')).toMatchObject(Object(shown) as object);
    expect(at(body, 'results.1')).toMatchObject({
      statusCode: 400,
      result: [{ errorCode: 'INVALID_ID_FIELD' }],
    });
  });
});

test('emojis have a category, a shortcut and a character', async () => {
  const { body } = await org.chatter('GET', 'emojis');
  expect(at(body, 'supportedEmojis.emojis')).toContainEqual({
    category: 'Activity',
    shortcut: ':tada:',
    unicodeCharacter: '🎉',
  });
});

test('the extensions of the org are listed', async () => {
  const { body } = await org.chatter('GET', 'extensions');
  expect(body).toMatchObject({ total: 1, extensionDefinitions: [{ name: 'Tide table', canCreate: true }] });
});

describe('action links', () => {
  const like = {
    actionType: 'Api',
    labelKey: 'Like',
    groupDefault: 'true',
    actionUrl: 'https://test.com/this',
    method: 'HttpPost',
  };
  const define = (group: object = {}): Promise<Answered> =>
    connect('POST', 'action-link-group-definitions', {
      json: {
        actionLinks: [like, { ...like, labelKey: 'Unlike', groupDefault: 'false' }],
        executionsAllowed: 'OncePerUser',
        expirationDate: '2026-07-07T23:59:11.168Z',
        category: 'Primary',
        ...group,
      },
    });
  const postWith = (...actionLinkGroupIds: unknown[]): Promise<Answered> =>
    org.chatter('POST', 'feed-elements', {
      json: {
        feedElementType: 'FeedItem',
        subjectId: 'me',
        body: { messageSegments: [{ type: 'Text', text: 'Press.' }] },
        capabilities: { associatedActions: { actionLinkGroupIds } },
      },
    });

  test('are defined, put on a post, and executed by each user once', async () => {
    const defined = await define();
    expect(defined.status).toBe(201);
    const posted = await postWith(at(defined.body, 'id'));
    const link = at(posted.body, 'capabilities.associatedActions.platformActionGroups.0.platformActions.0');
    expect(link).toMatchObject({ label: 'Like', status: 'NewStatus', subtype: 'Api', type: 'ActionLink' });

    const path = `action-links/${String(at(link, 'id'))}`;
    const execute = (status: string, token?: string): Promise<Answered> =>
      connect('PATCH', path, { json: { status }, ...(token === undefined ? {} : { token }) });
    expect(at((await execute('PendingStatus')).body, 'executingUser.id')).toBe(org.credentials.userId);
    expect(at((await execute('SuccessfulStatus')).body, 'status')).toBe('SuccessfulStatus');
    expect(errorOf(await execute('PendingStatus'))).toMatchObject({
      status: 400,
      errorCode: 'INVALID_OPERATION',
    });
    expect((await execute('PendingStatus', await org.otherToken())).status).toBe(200);
    expect(at((await connect('GET', `${path}/diagnostic-info`)).body, 'diagnosticInfo')).toContain(
      'SuccessfulStatus',
    );
  });

  test('cannot be executed when they have expired', async () => {
    const { body } = await define({ expirationDate: '2014-07-07T23:59:11.168Z' });
    const json = { status: 'PendingStatus' };
    const refused = await connect('PATCH', `action-links/${String(at(body, 'actionLinks.0.id'))}`, { json });
    expect(errorOf(refused)).toMatchObject({ status: 400, message: 'The action link has expired.' });
  });

  test('a definition is for who made it, and a group for one post', async () => {
    const id = String(at((await define()).body, 'id'));
    const token = await org.otherToken();
    expect((await connect('GET', `action-link-group-definitions/${id}`, { token })).status).toBe(404);
    expect((await connect('GET', `action-link-groups/${id}`, { token })).status).toBe(200);
    expect((await postWith(id)).status).toBe(201);
    expect(errorOf(await postWith(id))).toMatchObject({ status: 400, errorCode: 'INVALID_OPERATION' });
    expect((await connect('DELETE', `action-link-group-definitions/${id}`)).status).toBe(204);
    expect((await connect('GET', `action-link-groups/${id}`)).status).toBe(404);
  });

  test('must say what they do', async () => {
    expect(errorOf(await define({ actionLinks: [] }))).toMatchObject({ errorCode: 'MISSING_ARGUMENT' });
    const ui = { ...like, actionType: 'Ui' };
    expect(errorOf(await define({ actionLinks: [ui] }))).toMatchObject({ errorCode: 'INVALID_OPERATION' });
    expect(
      (await define({ actionLinks: Array.from({ length: 4 }, () => ({ ...like, groupDefault: false })) }))
        .status,
    ).toBe(400);
  });
});
