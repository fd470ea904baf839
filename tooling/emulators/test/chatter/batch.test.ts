import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hasFixtures, recorded } from './fixtures.js';
import { type Answered, at, errorOf, objectOf, startOrg, type TestOrg } from './org.js';

let org: TestOrg;
beforeEach(async () => {
  org = await startOrg();
});
afterEach(() => org.close());

interface Item {
  readonly method: string;
  readonly url: string;
  readonly richInput?: unknown;
  readonly [name: string]: unknown;
}

const path = '/services/data/v66.0/connect/batch';
const batch = (batchRequests: readonly Item[], more: object = {}): Promise<Answered> =>
  org.call('POST', path, { json: { batchRequests, ...more } });
const get = (url: string): Item => ({ method: 'Get', url });
const statuses = (answered: Answered): unknown[] =>
  (objectOf(answered)['results'] as object[]).map((result) => at(result, 'statusCode'));
const post = (text: string): Item => ({
  method: 'Post',
  url: '/v66.0/chatter/feed-elements',
  richInput: {
    feedElementType: 'FeedItem',
    subjectId: 'me',
    body: { messageSegments: [{ type: 'Text', text }] },
  },
});
/** The newest post of the caller's own feed. */
const newest = '/v66.0/chatter/feeds/user-profile/me/feed-elements?pageSize=1&include=/elements/body/text';
const bad = get('/v66.0/chatter/feeds/user-profile/men');

describe('a batch', () => {
  test('runs in order, and later requests see what earlier ones did', async () => {
    const answered = await batch([get(newest), post('Fresh'), get(newest)]);
    expect(answered.status).toBe(200);
    expect(answered.body).toMatchObject({
      hasErrors: false,
      results: [
        { statusCode: 200 },
        { statusCode: 201, result: { body: { text: 'Fresh' }, actor: { id: org.credentials.userId } } },
        { statusCode: 200, result: { elements: [{ body: { text: 'Fresh' } }] } },
      ],
    });
    expect(at(answered.body, 'results.0.result.elements.0.body.text')).not.toBe('Fresh');
  });

  test('answers each request as if it had come alone', async () => {
    const url = '/services/data/v49.0/chatter/users/me';
    const answered = await batch([get(url), get('/v49.0/chatter/users/me?filterGroup=Small')]);
    expect(at(answered.body, 'results.0.result')).toEqual((await org.call('GET', url)).body);
    expect(at(answered.body, 'results.1.result')).toEqual(
      (await org.call('GET', `${url}?filterGroup=Small`)).body,
    );
  });

  test('answers nothing for what was deleted or only asked for its head', async () => {
    const { url } = objectOf(await org.chatter('POST', 'feed-elements', { json: post('Short').richInput }));
    const answered = await batch([
      { method: 'HttpHead', url: String(url) },
      { method: 'DELETE', url: String(url) },
      get(String(url)),
    ]);
    expect(answered.body).toEqual({
      hasErrors: true,
      results: [
        { result: null, statusCode: 200 },
        { result: null, statusCode: 204 },
        {
          result: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }],
          statusCode: 404,
        },
      ],
    });
  });

  test('goes on after a failure, of which it takes nothing back', async () => {
    const answered = await batch([post('Before'), bad, post('After')]);
    expect(statuses(answered)).toEqual([201, 400, 201]);
    expect(org.control.posts().slice(-2)).toMatchObject([{ text: 'Before' }, { text: 'After' }]);
  });

  test('stops at a failure when it is told so', async () => {
    const answered = await batch([post('Before'), bad, post('After'), post('Last')], { haltOnError: 'true' });
    expect(answered.status).toBe(200);
    expect(statuses(answered)).toEqual([201, 400, 412, 412]);
    expect(at(answered.body, 'results.3.result.0.errorCode')).toBe('BATCH_PROCESSING_HALTED');
    expect(org.control.posts().at(-1)).toMatchObject({ text: 'Before' });
  });

  test.skipIf(!hasFixtures)('that was stopped is answered as the guide has it', async () => {
    const wanted = { batchRequests: [get('/v66.0/chatter/feed-elements/0F9000000000001'), bad] };
    const answered = await batch(wanted.batchRequests, { haltOnError: true });
    const shown = recorded('connect-batch-result-halted.json');
    expect(at(answered.body, 'results.1')).toEqual(at(shown, 'results.1'));
    expect(at(answered.body, 'results.0.statusCode')).toBe(at(shown, 'results.0.statusCode'));
    expect(at(answered.body, 'results.0.result.0.errorCode')).toBe('INVALID_ID_FIELD');
  });

  test('runs in the name of the caller', async () => {
    const token = await org.otherToken();
    const json = { batchRequests: [get('/v66.0/chatter/users/me')] };
    const answered = await org.call('POST', path, { token, json });
    expect(at(answered.body, 'results.0.result.id')).toBe(org.credentials.otherUserId);
  });

  test('reaches sites, other versions and resources that are switched off', async () => {
    const answered = await batch([
      get('/v66.0/connect/communities/internal/chatter/users/me'),
      get('/v31.0/chatter/users/me'),
      get('/v30.0/chatter/users/me'),
      get('/v66.0/chatter/feeds/landing'),
      get('/v66.0/chatter/nothing'),
      { method: 'Patch', url: '/v66.0/chatter/feeds/news/me' },
    ]);
    expect(statuses(answered)).toEqual([200, 200, 410, 403, 404, 405]);
  });
});

describe('a batch is refused whole, and nothing of it runs,', () => {
  test.each<[string, Item]>([
    ['a method that there is not', { method: 'Fetch', url: '/v66.0/chatter/users/me' }],
    ['no method', { method: '', url: '/v66.0/chatter/users/me' }],
    ['no URL', get('')],
    ['a URL without a version', get('/chatter/users/me')],
    ['a URL of another server', get('https://www.example.com/v66.0/chatter/users/me')],
    ['a URL that climbs out of the API', get('/v66.0/../../oauth2/userinfo')],
    ['a URL with a blank', get('/v66.0/chatter/users?q=a b')],
    ['a newer version than its own', get('/v67.0/chatter/users/me')],
    ['a batch', { method: 'Post', url: '/v66.0/connect/batch', richInput: { batchRequests: [] } }],
    ['a batch of a site', { method: 'Post', url: '/v66.0/connect/communities/internal/batch' }],
    ['half a file', { method: 'Post', url: '/v66.0/connect/files/users/me', binaryPartName: 'bin1' }],
    [
      'a file that did not come',
      {
        method: 'Post',
        url: '/v66.0/connect/files/users/me',
        binaryPartName: 'bin1',
        binaryPartNameAlias: 'fileData',
      },
    ],
  ])('with %s', async (_name, item) => {
    const before = org.control.posts().length;
    expect(errorOf(await batch([post('Never'), item]))).toMatchObject({
      status: 400,
      errorCode: 'INVALID_BATCH_REQUEST',
    });
    expect(org.control.posts()).toHaveLength(before);
  });

  test('with no request, and with more than 25', async () => {
    const refused = { status: 400, errorCode: 'INVALID_BATCH_REQUEST' };
    expect(errorOf(await batch([]))).toMatchObject(refused);
    const many = Array.from({ length: 26 }, () => get('/v66.0/chatter/users/me'));
    expect(errorOf(await batch(many))).toMatchObject(refused);
    expect(statuses(await batch(many.slice(1)))).toEqual(Array.from({ length: 25 }, () => 200));
  });

  test('below a site, where there are no batches', async () => {
    const answered = await org.call('POST', '/services/data/v66.0/connect/communities/internal/batch', {
      json: { batchRequests: [get('/v66.0/chatter/users/me')] },
    });
    expect(answered.status).toBe(404);
  });
});

describe('the limits count', () => {
  test('each request of a batch for the day, beside the batch', async () => {
    org.control.dailyLimit(4);
    const answered = await batch([1, 2, 3, 4].map(() => get('/v66.0/chatter/users/me')));
    expect(statuses(answered)).toEqual([200, 200, 200, 403]);
    expect(answered.headers.get('sforce-limit-info')).toBe('api-usage=4/4');
  });

  test('each request of a batch for the hour, but not the batch', async () => {
    org.control.hourlyLimit(1);
    const answered = await batch([get('/v66.0/chatter/users/me'), get('/v66.0/chatter/users/me')]);
    expect(statuses(answered)).toEqual([200, 503]);
    expect(at(answered.body, 'results.1.result.0.errorCode')).toBe('REQUEST_LIMIT_EXCEEDED');
  });
});

describe('a batch with files', () => {
  const comment = (text: string, name: string): Item => ({
    method: 'Post',
    url: `/v66.0/chatter/feed-elements/${org.control.posts()[0]?.id ?? ''}/capabilities/comments/items`,
    richInput: {
      body: { messageSegments: [{ type: 'Text', text }] },
      capabilities: { content: { title: `${name}.txt` } },
    },
    binaryPartName: name,
    binaryPartNameAlias: 'feedElementFileUpload',
  });
  const multipart = (items: readonly Item[], files: Readonly<Record<string, string>>): Promise<Answered> => {
    const body = new FormData();
    body.set('json', new Blob([JSON.stringify({ batchRequests: items })], { type: 'application/json' }));
    for (const [name, text] of Object.entries(files)) body.set(name, new Blob([text]), `${name}.txt`);
    return org.call('POST', path, { body });
  };

  test('gives each request the one that it names', async () => {
    const answered = await multipart([comment('One', 'photo'), comment('Two', 'bin2')], {
      bin2: 'second',
      photo: 'first one',
    });
    expect(answered.body).toMatchObject({
      hasErrors: false,
      results: [
        { statusCode: 201, result: { body: { text: 'One' }, capabilities: { content: { fileSize: '9' } } } },
        { statusCode: 201, result: { body: { text: 'Two' }, capabilities: { content: { fileSize: '6' } } } },
      ],
    });
  });

  test('uploads what a later request reads', async () => {
    const item: Item = {
      method: 'Post',
      url: '/v66.0/connect/files/users/me',
      richInput: { title: 'Tide table' },
      binaryPartName: 'bin1',
      binaryPartNameAlias: 'fileData',
    };
    const answered = await multipart([item, get('/v66.0/connect/files/users/me')], { bin1: 'high, low' });
    expect(answered.body).toMatchObject({
      results: [{ statusCode: 201, result: { contentSize: 9, title: 'Tide table' } }, { statusCode: 200 }],
    });
    const listed = at(answered.body, 'results.1.result.files') as object[];
    expect(listed.map((file) => at(file, 'id'))).toContain(at(answered.body, 'results.0.result.id'));
  });

  test('is refused when it has one that no request names', async () => {
    expect(errorOf(await multipart([comment('One', 'bin1')], { bin1: 'a', stray: 'b' }))).toMatchObject({
      status: 400,
      errorCode: 'INVALID_MULTIPART_REQUEST',
    });
  });
});
