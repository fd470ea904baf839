import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { errorOf, startOrg, type Answered, type TestOrg } from './org.js';

let org: TestOrg;
beforeEach(async () => {
  org = await startOrg();
});
afterEach(() => org.close());

describe('refused posts', () => {
  const whole = {
    feedElementType: 'FeedItem',
    subjectId: 'me',
    body: { messageSegments: [{ type: 'Text', text: 'x' }] },
  };

  test.each([
    ['without a type', { ...whole, feedElementType: undefined }, 400, 'MISSING_ARGUMENT'],
    ['of another type', { ...whole, feedElementType: 'Bundle' }, 400, 'ILLEGAL_QUERY_PARAMETER_VALUE'],
    ['without a subject', { ...whole, subjectId: undefined }, 400, 'MISSING_ARGUMENT'],
    ['to a subject that is no id', { ...whole, subjectId: 'us' }, 400, 'INVALID_ID_FIELD'],
    ['to nobody', { ...whole, subjectId: '005000000000001' }, 404, 'NOT_FOUND'],
    ['without a body', { ...whole, body: undefined }, 400, 'MISSING_ARGUMENT'],
    ['with a text in the place of a body', { ...whole, body: undefined, text: 'x' }, 400, 'MISSING_ARGUMENT'],
    ['without segments', { ...whole, body: {} }, 400, 'MISSING_ARGUMENT'],
    [
      'with an empty text',
      { ...whole, body: { messageSegments: [{ type: 'Text', text: '' }] } },
      400,
      'MISSING_ARGUMENT',
    ],
    [
      'with an unknown segment',
      { ...whole, body: { messageSegments: [{ type: 'Song' }] } },
      400,
      'ILLEGAL_QUERY_PARAMETER_VALUE',
    ],
    ['for internal users on a profile', { ...whole, visibility: 'InternalUsers' }, 400, 'INVALID_OPERATION'],
    [
      'with a capability that is switched off',
      { ...whole, capabilities: { canvas: {} } },
      403,
      'FUNCTIONALITY_NOT_ENABLED',
    ],
    ['that is no object', [], 400, 'POST_BODY_PARSE_ERROR'],
  ])('%s', async (_name, json, status, errorCode) => {
    const before = org.control.posts().length;
    expect(errorOf(await org.chatter('POST', 'feed-elements', { json }))).toMatchObject({
      status,
      errorCode,
    });
    expect(org.control.posts()).toHaveLength(before);
  });

  test('broken JSON, a large integer without quotes, another content type, a binary part', async () => {
    const json = { 'Content-Type': 'application/json' };
    expect(errorOf(await org.chatter('POST', 'feed-elements', { body: '{', headers: json }))).toMatchObject({
      status: 400,
      errorCode: 'JSON_PARSER_ERROR',
    });
    expect(errorOf(await org.chatter('POST', 'feed-elements', { body: 'hello' }))).toMatchObject({
      status: 415,
      errorCode: 'UNSUPPORTED_MEDIA_TYPE',
    });
    const large = (photo: string): Promise<Answered> =>
      org.chatter('POST', 'feed-elements', { body: `{"photo":${photo}}`, headers: json });
    expect(errorOf(await large('[2147483648]'))).toMatchObject({
      status: 400,
      errorCode: 'JSON_PARSER_ERROR',
    });
    // Read, and refused for what it lacks.
    expect(errorOf(await large('["2147483648", 2147483647]'))).toMatchObject({
      errorCode: 'MISSING_ARGUMENT',
    });
    const form = new FormData();
    form.set('feedElementFileUpload', new Blob(['bytes']), 'a.txt');
    expect(errorOf(await org.chatter('POST', 'feed-elements', { body: form }))).toMatchObject({
      status: 400,
      errorCode: 'INVALID_MULTIPART_REQUEST',
    });
  });
});
