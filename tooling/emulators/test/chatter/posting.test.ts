import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Answered, at, errorOf, objectOf, startOrg, type TestOrg } from './org.js';

let org: TestOrg;
beforeEach(async () => {
  org = await startOrg();
});
afterEach(() => org.close());

const postSegments = (...messageSegments: readonly unknown[]): Promise<Answered> =>
  org.chatter('POST', 'feed-elements', {
    json: { feedElementType: 'FeedItem', subjectId: 'me', body: { messageSegments } },
  });
const text = (value: string): object => ({ type: 'Text', text: value });

describe('a post', () => {
  test('as JSON is answered with 201 and the whole element, and is there from then on', async () => {
    const created = await postSegments(text('Hello world!'));
    expect(created.status).toBe(201);
    const element = objectOf(created);
    expect(element).toMatchObject({
      actor: { id: org.credentials.userId },
      parent: { id: org.credentials.userId },
      body: { text: 'Hello world!', isRichText: false, messageSegments: [text('Hello world!')] },
      createdDate: '2026-03-09T10:20:30.000Z',
      feedElementType: 'FeedItem',
      type: 'TextPost',
      visibility: 'AllUsers',
      header: { isRichText: null, text: 'Mara Lindqvist' },
      relativeCreatedDate: 'Just now',
    });
    expect((await org.call('GET', String(element['url']))).body).toEqual(element);
    expect(org.control.posts().at(-1)).toMatchObject({ id: element['id'], text: 'Hello world!' });
  });

  test.each([
    ['the query', (fields: URLSearchParams) => ({ query: `?${fields}` })],
    ['a form', (fields: URLSearchParams) => ({ body: fields })],
    [
      'a multipart body',
      (fields: URLSearchParams) => {
        const body = new FormData();
        for (const [name, value] of fields) body.set(name, value);
        return { body };
      },
    ],
  ])('comes as parameters in %s', async (_name, encode) => {
    const fields = new URLSearchParams({
      feedElementType: 'feeditem',
      subjectId: 'me',
      text: 'Flat & plain',
    });
    const { query = '', body }: { query?: string; body?: BodyInit } = encode(fields);
    const answered = await org.chatter('POST', `feed-elements${query}`, body === undefined ? {} : { body });
    expect(answered.status).toBe(201);
    expect(at(answered.body, 'body.text')).toBe('Flat & plain');
  });

  test('takes no notice of parameters beside a JSON body', async () => {
    const answered = await org.chatter('POST', 'feed-elements?text=ignored&subjectId=nobody', {
      json: { feedElementType: 'FeedItem', subjectId: 'me', body: { messageSegments: [text('counts')] } },
    });
    expect(at(answered.body, 'body.text')).toBe('counts');
  });

  test('goes to another user or to a record', async () => {
    const { otherUserId, recordId } = org.credentials;
    const onProfile = await org.chatter(
      'POST',
      `feed-elements?feedElementType=FeedItem&text=hi&subjectId=${otherUserId.slice(0, 15)}`,
    );
    expect(onProfile.body).toMatchObject({ parent: { id: otherUserId }, visibility: 'AllUsers' });
    const onRecord = await org.chatter(
      'POST',
      `feed-elements?feedElementType=FeedItem&text=hi&subjectId=${recordId}`,
    );
    expect(onRecord.body).toMatchObject({ parent: { id: recordId }, visibility: 'InternalUsers' });
  });

  test('is deleted by its author and by whom it was written to, and by nobody else', async () => {
    const token = await org.otherToken();
    const { id } = objectOf(await postSegments(text('mine')));
    expect(errorOf(await org.chatter('DELETE', `feed-elements/${String(id)}`, { token }))).toMatchObject({
      status: 403,
      errorCode: 'INSUFFICIENT_ACCESS',
    });
    expect(await org.chatter('DELETE', `feed-elements/${String(id)}`)).toMatchObject({
      status: 204,
      text: '',
    });
    expect((await org.chatter('DELETE', `feed-elements/${String(id)}`)).status).toBe(404);
    expect((await org.chatter('GET', `feed-elements/${String(id)}`)).status).toBe(404);

    const query = `feedElementType=FeedItem&text=hi&subjectId=${org.credentials.otherUserId}`;
    const { id: onProfile } = objectOf(await org.chatter('POST', `feed-elements?${query}`));
    expect((await org.chatter('DELETE', `feed-elements/${String(onProfile)}`, { token })).status).toBe(204);
  });
});

test('a post is shared by its id until 38.0, and by a capability from 39.0 on', async () => {
  const { id } = objectOf(await postSegments(text('the original')));
  const share = (version: number): Promise<Answered> =>
    org.call('POST', `/services/data/v${version}.0/chatter/feed-elements`, {
      body: new URLSearchParams({
        feedElementType: 'FeedItem',
        subjectId: 'me',
        text: 'Look',
        originalFeedElementId: String(id),
      }),
    });
  expect(at((await share(38)).body, 'originalFeedItem.id')).toBe(id);
  expect(at((await share(39)).body, 'originalFeedItem')).toBeNull();
});

describe('a post with a new file', () => {
  const upload = (version: number): Promise<Answered> => {
    const form = new FormData();
    const json = {
      feedElementType: 'FeedItem',
      subjectId: 'me',
      capabilities: { content: { title: 'tides', description: 'Of this year' } },
    };
    form.set('json', new Blob([JSON.stringify(json)], { type: 'application/json; charset=UTF-8' }));
    form.set('feedElementFileUpload', new Blob(['high and low']), 'tides.txt');
    return org.call('POST', `/services/data/v${version}.0/chatter/feed-elements`, { body: form });
  };

  test('was one request until 35.0', async () => {
    expect(await upload(35)).toMatchObject({
      status: 201,
      body: {
        type: 'ContentPost',
        body: { text: null },
        capabilities: { content: { title: 'tides', description: 'Of this year', fileSize: '12' } },
      },
    });
  });

  test('is refused from 36.0 on', async () => {
    expect(errorOf(await upload(36))).toMatchObject({ status: 400, errorCode: 'INVALID_MULTIPART_REQUEST' });
  });
});

describe('segments', () => {
  test('text is split into text, links and hashtags', async () => {
    const { body } = await postSegments(
      text('See https://www.example.com/a?b=1&c=2, it is #great and #[really great]! C# #1'),
    );
    expect(at(body, 'body.messageSegments')).toEqual([
      { text: 'See ', type: 'Text' },
      {
        text: 'https://www.example.com/a?b=1&c=2',
        type: 'Link',
        url: 'https://www.example.com/a?b=1&c=2',
      },
      { text: ', it is ', type: 'Text' },
      {
        tag: 'great',
        text: '#great',
        topicUrl: expect.stringMatching(/^\/services\/data\/v66\.0\/connect\/topics\/0TO\w{15}$/) as unknown,
        type: 'Hashtag',
        url: '/services/data/v66.0/chatter/feed-elements?q=%23great',
      },
      { text: ' and ', type: 'Text' },
      expect.objectContaining({ tag: 'really great', text: '#[really great]', type: 'Hashtag' }) as unknown,
      { text: '! C# ', type: 'Text' },
      expect.objectContaining({ tag: '1', type: 'Hashtag' }) as unknown,
    ]);
  });

  test('a hashtag assigns its topic once, whatever its case', async () => {
    const { body } = await postSegments(text('#Harbour #harbour'), { type: 'Hashtag', tag: 'new one' });
    expect(at(body, 'capabilities.topics.items')).toMatchObject([
      { name: 'harbour', talkingAbout: 2 },
      { name: 'new one', talkingAbout: 1 },
    ]);
    const found = await org.call('GET', String(at(body, 'body.messageSegments.0.url')));
    expect(at(found.body, 'elements.0.id')).toBe(at(body, 'id'));
  });

  test('a mention names a user by id or by user name, in any case', async () => {
    const { otherUserId, otherUsername } = org.credentials;
    const { body } = await postSegments(
      { type: 'mention', id: otherUserId },
      { type: 'TEXT', text: ' and ' },
      { type: 'Mention', username: otherUsername },
    );
    expect(at(body, 'body.text')).toBe('@Tomás Rivera and @Tomás Rivera');
    expect(at(body, 'body.messageSegments.0')).toMatchObject({
      accessible: true,
      name: 'Tomás Rivera',
      record: { id: otherUserId, type: 'User' },
      text: '@Tomás Rivera',
      type: 'Mention',
    });
  });

  test('markup makes a text rich and must be balanced', async () => {
    const begin = { type: 'MarkupBegin', markupType: 'bold' };
    const end = { type: 'MarkupEnd', markupType: 'Bold' };
    const { body } = await postSegments(begin, text('rich'), end);
    expect(at(body, 'body')).toEqual({
      isRichText: true,
      messageSegments: [
        { altText: null, htmlTag: 'b', markupType: 'Bold', text: '', type: 'MarkupBegin', url: null },
        text('rich'),
        { htmlTag: 'b', markupType: 'Bold', text: '', type: 'MarkupEnd' },
      ],
      text: 'rich',
    });
    const italicEnd = { type: 'MarkupEnd', markupType: 'Italic' };
    for (const broken of [
      [begin, text('a')],
      [text('a'), end],
      [begin, text('a'), italicEnd],
    ]) {
      expect(errorOf(await postSegments(...broken))).toMatchObject({
        status: 400,
        errorCode: 'INVALID_MARKUP',
      });
    }
  });

  test('links to users and records carry their names', async () => {
    const { body } = await postSegments({ type: 'EntityLink', entityId: org.credentials.recordId });
    expect(at(body, 'body.messageSegments.0')).toMatchObject({
      text: 'Harbour School',
      reference: { id: org.credentials.recordId },
    });
  });

  test('ten thousand characters are a post, one more is not', async () => {
    expect((await postSegments(text('x'.repeat(10_000)))).status).toBe(201);
    expect((await postSegments(text('x'.repeat(10_001)))).status).toBe(400);
  });

  test('twenty-five mentions are a post, one more is not', async () => {
    const mention = { type: 'Mention', id: org.credentials.otherUserId };
    expect((await postSegments(...Array.from({ length: 25 }, () => mention))).status).toBe(201);
    expect((await postSegments(...Array.from({ length: 26 }, () => mention))).status).toBe(400);
  });
});
