import { describe, expect, test } from 'vitest';
import { messages, say, withUser } from './saying.js';
import { at, textAt } from '../json.js';
import { refusal } from './support.js';

describe('a message of the business', () => {
  test('is answered whole, with what the service fills in', async () => {
    const api = await withUser();
    const answer = await say(api, 'appMaker', { type: 'text', text: 'Welcome' });
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      message: {
        text: 'Welcome',
        type: 'text',
        role: 'appMaker',
        received: api.clock.now() / 1000,
        authorId: expect.stringMatching(/^[\dA-Za-z]{20}$/) as string,
        avatarUrl: `https://www.gravatar.com/avatar/${'0'.repeat(32)}.png?s=200&d=mm`,
        name: 'Trailhead',
        _id: expect.stringMatching(/^[\da-f]{24}$/) as string,
        source: { type: 'api' },
      },
      conversation: {
        _id: expect.stringMatching(/^[\da-f]{24}$/) as string,
        unreadCount: 1,
        appMakerLastRead: api.clock.now() / 1000,
      },
    });
  });

  test('raises the unread count, which a message of the user sets to 0', async () => {
    const api = await withUser();
    const unread = async (role: string): Promise<unknown> =>
      at((await say(api, role)).body, 'conversation', 'unreadCount');
    expect(await unread('appMaker')).toBe(1);
    expect(await unread('appMaker')).toBe(2);
    await api.clock.advance(5000);
    expect(await unread('appUser')).toBe(0);
    expect(await unread('appMaker')).toBe(1);
    expect((await api.call('GET', messages)).body).toMatchObject({
      conversation: { appUserLastRead: api.clock.now() / 1000 },
    });
  });

  test('shows the picture that belongs to the e-mail address, unless one is given', async () => {
    const api = await withUser();
    const avatar = async (fields: object): Promise<string> =>
      textAt(
        (await say(api, 'appMaker', { type: 'text', text: 'Hi', ...fields })).body,
        'message',
        'avatarUrl',
      );
    const email = 'Agent@Example.com ';
    expect(await avatar({ email })).toBe(
      'https://www.gravatar.com/avatar/6e560ebb5ca0622a7d2de54003fda646.png?s=200&d=mm',
    );
    expect(await avatar({ email, avatarUrl: 'https://example.com/me.png' })).toBe(
      'https://example.com/me.png',
    );
  });

  test('has the same author id for the same person, and another for another', async () => {
    const api = await withUser();
    const author = async (email: string): Promise<string> =>
      textAt((await say(api, 'appMaker', { type: 'text', text: 'Hi', email })).body, 'message', 'authorId');
    const first = await author('ann@example.com');
    expect(await author('ann@example.com')).toBe(first);
    expect(await author('bob@example.com')).not.toBe(first);
  });

  test('may have buttons, which get ids', async () => {
    const api = await withUser();
    const { body } = await say(api, 'appMaker', {
      type: 'text',
      text: 'Choose',
      actions: [
        { type: 'link', text: 'Read', uri: 'https://example.com', metadata: { a: 1 } },
        { type: 'postback', text: 'Yes', payload: 'YES' },
        { type: 'buy', text: 'Buy', amount: 1000 },
      ],
    });
    const _id = expect.stringMatching(/^[\da-f]{24}$/) as string;
    expect(at(body, 'message', 'actions')).toEqual([
      { _id, type: 'link', text: 'Read', uri: 'https://example.com', metadata: { a: 1 } },
      { _id, type: 'postback', text: 'Yes', payload: 'YES', uri: '' },
      {
        _id,
        type: 'buy',
        text: 'Buy',
        amount: 1000,
        currency: 'usd',
        state: 'offered',
        uri: `https://app.smooch.io/checkout/${textAt(body, 'message', 'actions', 2, '_id')}`,
      },
    ]);
  });
});

describe('a message of the user', () => {
  test('is by the user, called by an animal as long as there is no name', async () => {
    const api = await withUser();
    const { body } = await say(api, 'appUser', { type: 'text', text: 'Hi', metadata: { x: true } });
    expect(body).toMatchObject({
      message: { role: 'appUser', name: expect.stringMatching(/^[A-Z][a-z]+ [A-Z][a-z]+$/) as string },
    });
    expect(at(body, 'message')).not.toHaveProperty('avatarUrl');
    const { body: user } = await api.call('GET', '/v1.1/appusers/a');
    expect(textAt(body, 'message', 'authorId')).toBe(textAt(user, 'appUser', '_id'));
    await api.call('PUT', '/v1.1/appusers/a', { json: { givenName: 'Ann', surname: 'Lee' } });
    expect(textAt((await say(api, 'appUser')).body, 'message', 'name')).toBe('Ann Lee');
  });

  test('starts the conversation', async () => {
    const api = await withUser();
    expect((await api.call('GET', messages)).status).toBe(404);
    await say(api, 'appUser');
    expect((await api.call('GET', '/v1.1/appusers/a')).body).toMatchObject({
      appUser: { conversationStarted: true },
    });
  });
});

describe('media', () => {
  test('without text has a space as text, and a type by the name of the file', async () => {
    const api = await withUser();
    const { body } = await say(api, 'appUser', {
      type: 'image',
      mediaUrl: 'https://example.com/a/cat.JPG?x=1',
    });
    expect(body).toMatchObject({
      message: {
        type: 'image',
        text: ' ',
        mediaUrl: 'https://example.com/a/cat.JPG?x=1',
        mediaType: 'image/jpeg',
      },
    });
  });

  test('may be a file with text and a type of the sender', async () => {
    const api = await withUser();
    const file = {
      type: 'file',
      text: 'Terms',
      mediaUrl: 'https://example.com/t',
      mediaType: 'application/pdf',
    };
    expect((await say(api, 'appMaker', file)).body).toMatchObject({ message: file });
  });
});

describe('on v1', () => {
  test('a message may leave its type out', async () => {
    const api = await withUser();
    const v1 = '/v1/appusers/a/messages';
    expect((await say(api, 'appUser', { text: 'Hi' }, v1)).body).toMatchObject({ message: { type: 'text' } });
    expect((await say(api, 'appUser', { mediaUrl: 'https://example.com/a.png' }, v1)).body).toMatchObject({
      message: { type: 'image', mediaType: 'image/png' },
    });
  });
});

const opening = {
  type: 'webview',
  text: 'x',
  uri: 'https://example.com',
  fallback: 'https://example.com',
  openOnReceive: true,
};

test.each([
  ['no role', { type: 'text', text: 'Hi' }, "should have required property 'role'"],
  [
    'a role that is neither',
    { role: 'whisper', type: 'text', text: 'Hi' },
    "'role' should be equal to one of the allowed values",
  ],
  ['no type', { role: 'appUser', text: 'Hi' }, "should have required property 'type'"],
  [
    'a type that does not exist',
    { role: 'appUser', type: 'poem', text: 'Hi' },
    "'type' should be equal to one of the allowed values",
  ],
  [
    'a carousel without a card',
    { role: 'appMaker', type: 'carousel', items: [] },
    "'items' should NOT have fewer than 1 items",
  ],
  ['no text', { role: 'appUser', type: 'text' }, "should have required property 'text'"],
  [
    'a text that is too long',
    { role: 'appUser', type: 'text', text: 'x'.repeat(4097) },
    "'text' should NOT be longer than 4096 characters",
  ],
  [
    'an image without an address',
    { role: 'appUser', type: 'image' },
    "should have required property 'mediaUrl'",
  ],
  [
    'an address that is none',
    { role: 'appUser', type: 'file', mediaUrl: 'cat.jpg' },
    "'mediaUrl' should match format 'uri'",
  ],
  [
    'metadata that is nested',
    { role: 'appUser', type: 'text', text: 'Hi', metadata: { a: [] } },
    "'metadata' should be a flat object of strings, numbers and booleans",
  ],
  [
    'buttons of a user',
    {
      role: 'appUser',
      type: 'text',
      text: 'Hi',
      actions: [{ type: 'link', text: 'x', uri: 'https://example.com' }],
    },
    'Only messages of role appMaker can have actions',
  ],
  [
    'replies among other buttons',
    {
      role: 'appMaker',
      type: 'text',
      text: 'Hi',
      actions: [
        { type: 'reply', text: 'x', payload: 'x' },
        { type: 'postback', text: 'x', payload: 'x' },
      ],
    },
    'Reply actions cannot be combined with actions of other types',
  ],
  [
    'two webviews that open by themselves',
    { role: 'appMaker', type: 'text', text: 'Hi', actions: [opening, opening] },
    "Only one action of a message can have 'openOnReceive'",
  ],
  [
    'two of them in items',
    {
      role: 'appMaker',
      type: 'carousel',
      items: [
        { title: 'One', actions: [opening] },
        { title: 'Two', actions: [opening] },
      ],
    },
    "Only one action of a message can have 'openOnReceive'",
  ],
])('a message with %s is refused', async (_, json, description) => {
  const { call } = await withUser();
  expect(await call('POST', messages, { json })).toMatchObject({
    status: 400,
    body: refusal('bad_request', description),
  });
  expect((await call('GET', messages)).status).toBe(404);
});
