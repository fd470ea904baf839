import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { multipart, uploadText } from './library.js';
import { at, type CallOptions, errorOf, startOrg, type TestOrg } from './org.js';

let org: TestOrg;
let ada: { readonly id: string; readonly token: string };
beforeEach(async () => {
  org = await startOrg();
  ada = await org.newcomer('Ada', 'Berg');
});
afterEach(() => org.close());

const words = { messageSegments: [{ type: 'Text', text: 'Look' }] };
const whole = { feedElementType: 'FeedItem', subjectId: 'me', body: words };
const send = (json: object, options: CallOptions = { token: ada.token }) =>
  org.chatter('POST', 'feed-elements', { json: { ...whole, ...json }, ...options });
const gone = { status: 404, errorCode: 'NOT_FOUND' };

describe('a file of somebody else', () => {
  const ways: readonly [string, (id: string) => object][] = [
    ['attached', (id) => ({ capabilities: { files: { items: [{ id }] } } })],
    ['between the words', (fileId) => ({ body: { messageSegments: [{ type: 'InlineImage', fileId }] } })],
  ];

  test.each(ways)('%s, is not there until it is shared', async (_way, naming) => {
    const id = await uploadText(org, 'Secret.txt', 'x');
    expect(errorOf(await send(naming(id)))).toMatchObject(gone);
    expect(errorOf(await send(naming('069000000000001')))).toMatchObject(gone);
    expect((await send(naming(id), {})).status).toBe(201);
    expect((await send(naming(id))).status).toBe(201);
  });

  test('cannot be added to a post later, nor hang on a comment', async () => {
    const id = await uploadText(org, 'Secret.txt', 'x');
    const post = `feed-elements/${String(at((await send({})).body, 'id'))}`;
    const { token } = ada;
    const files = { items: [{ id, operationType: 'Add' }] };
    expect(
      errorOf(await org.chatter('PATCH', post, { json: { capabilities: { files } }, token })),
    ).toMatchObject(gone);
    const json = { body: words, capabilities: { content: { contentDocumentId: id } } };
    const comments = `${post}/capabilities/comments/items`;
    expect(errorOf(await org.chatter('POST', comments, { json, token }))).toMatchObject(gone);
  });

  test('that comes along with a post of 35.0 is there', async () => {
    const body = multipart({
      json: { ...whole, capabilities: { content: { title: 'Mine.txt' } } },
      part: 'feedElementFileUpload',
      bytes: 'x',
    });
    const { token } = ada;
    const posted = await org.call('POST', '/services/data/v35.0/chatter/feed-elements', { body, token });
    expect(posted.status).toBe(201);
  });
});

describe('an unlisted group', () => {
  const ways: readonly [string, (id: string) => object][] = [
    ['mentioned', (id) => ({ body: { messageSegments: [{ type: 'Mention', id }] } })],
    ['linked to', (entityId) => ({ body: { messageSegments: [{ type: 'EntityLink', entityId }] } })],
    ['posted to', (subjectId) => ({ subjectId })],
  ];

  test.each(ways)('%s, is not there for strangers, and is for members', async (_way, naming) => {
    const json = { name: 'Sailors', visibility: 'Unlisted' };
    const id = String(at((await org.chatter('POST', 'groups', { json })).body, 'id'));
    expect(errorOf(await send(naming(id)))).toEqual(errorOf(await send(naming('0F9000000000001'))));
    expect(errorOf(await send(naming(id)))).toMatchObject(gone);
    await org.chatter('POST', `groups/${id}/members`, { json: { userId: ada.id } });
    expect((await send(naming(id))).status).toBe(201);
  });

  test.each(['PublicAccess', 'PrivateAccess'])(
    'is no group that is %s: who finds it may mention it',
    async (visibility) => {
      const { body } = await org.chatter('POST', 'groups', { json: { name: 'Sailors', visibility } });
      const mention = { type: 'Mention', id: at(body, 'id') };
      expect((await send({ body: { messageSegments: [mention] } })).status).toBe(201);
    },
  );
});
