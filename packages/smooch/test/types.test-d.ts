import type { IncomingHttpHeaders } from 'node:http';
import { describe, expectTypeOf, test } from 'vitest';
import type { CallOptions, Credential } from '@x/http-core';
import {
  createSmooch,
  type SmoochError,
  type Action,
  type AppUser,
  type ErrorKind,
  type Field,
  type Item,
  type MediaSource,
  type Message,
  type MessageContent,
  type ServiceError,
  type Smooch,
  type SmoochOptions,
  type Undocumented,
  type WebhookTrigger,
} from '../src/index.js';
import { jwtForUser } from '../src/jwt/index.js';
import {
  createWebhookHandler,
  parseWebhook,
  verifyWebhook,
  type WebhookEvent,
  type WebhookHeaders,
} from '../src/webhooks/index.js';

describe('options', () => {
  test('are a key, or a credential in its place', () => {
    expectTypeOf({ keyId: 'app_1', secret: 's' }).toExtend<SmoochOptions>();
    expectTypeOf({ credential: 'a token' }).toExtend<SmoochOptions>();
    expectTypeOf({ credential: async () => 'a token' }).toExtend<SmoochOptions>();
    expectTypeOf<{ credential: Credential<string> }>().toExtend<SmoochOptions>();
    expectTypeOf({ keyId: 'app_1' }).not.toExtend<SmoochOptions>();
    expectTypeOf({}).not.toExtend<SmoochOptions>();
  });

  test('name what they take', () => {
    expectTypeOf(createSmooch).toBeCallableWith({ keyId: 'app_1', secret: 's', region: 'eu', version: 'v1' });
    expectTypeOf({ keyId: 'app_1', secret: 's', region: 'mars' }).not.toExtend<SmoochOptions>();
    expectTypeOf({ keyId: 'app_1', secret: 's', version: 'v2' }).not.toExtend<SmoochOptions>();
    expectTypeOf(createSmooch).returns.toEqualTypeOf<Smooch>();
  });
});

test('the client has these methods and no others', () => {
  expectTypeOf<keyof Smooch>().toEqualTypeOf<
    | 'precreateUser'
    | 'initUser'
    | 'getUser'
    | 'updateUser'
    | 'linkUserToChannel'
    | 'unlinkUserFromChannel'
    | 'postMessage'
    | 'postMedia'
    | 'getWebhooks'
    | 'makeWebhook'
    | 'updateWebhook'
    | 'deleteWebhook'
    | 'deleteAllWebhooks'
    | 'ensureWebhookExists'
    | 'userJwt'
  >();
});

test('every method takes the options of a call', () => {
  expectTypeOf<Parameters<Smooch['precreateUser']>[2]>().toEqualTypeOf<CallOptions | undefined>();
  expectTypeOf<CallOptions>().toExtend<Parameters<Smooch['postMessage']>[2]>();
  expectTypeOf<CallOptions>().toExtend<Parameters<Smooch['postMedia']>[2]>();
  expectTypeOf<Parameters<Smooch['ensureWebhookExists']>[2]>().toEqualTypeOf<CallOptions | undefined>();
});

test('answers keep the names of the service', () => {
  expectTypeOf<Awaited<ReturnType<Smooch['precreateUser']>>['appUser']>().toEqualTypeOf<AppUser>();
  expectTypeOf<Awaited<ReturnType<Smooch['postMessage']>>['message']>().toEqualTypeOf<Message>();
  expectTypeOf<ReturnType<Smooch['userJwt']>>().toEqualTypeOf<Promise<string>>();
});

describe('a message', () => {
  test('narrows by its type', () => {
    const message = {} as Message;
    if (message.type === 'text') expectTypeOf(message.text).toEqualTypeOf<string>();
    if (message.type === 'image') expectTypeOf(message.mediaUrl).toEqualTypeOf<string>();
    if (message.type === 'file') expectTypeOf(message.mediaSize).toEqualTypeOf<number | undefined>();
    if (message.type === 'carousel') expectTypeOf(message.items).toEqualTypeOf<readonly Item[]>();
    if (message.type === 'location') expectTypeOf(message.coordinates.lat).toEqualTypeOf<number>();
    if (message.type === 'formResponse') expectTypeOf(message.fields).toEqualTypeOf<readonly Field[]>();
    if (typeof message.type === 'object') expectTypeOf(message['anything']).toEqualTypeOf<unknown>();
    expectTypeOf(message.received).toEqualTypeOf<number>();
    expectTypeOf(message.actions).toEqualTypeOf<readonly Action[] | undefined>();
  });

  test('to send needs what its type needs', () => {
    expectTypeOf({ type: 'text', text: 'Hello' } as const).toExtend<MessageContent>();
    expectTypeOf({
      type: 'image',
      mediaUrl: 'https://example.com/a.png',
    } as const).toExtend<MessageContent>();
    expectTypeOf({ type: 'carousel', items: [] } as const).toExtend<MessageContent>();
    expectTypeOf({
      type: 'list',
      items: [{ title: 'Tent', actions: [{ type: 'share' }] }],
    } as const).toExtend<MessageContent>();
    expectTypeOf({ type: 'location', coordinates: { lat: 1, long: 2 } } as const).toExtend<MessageContent>();
    expectTypeOf({
      type: 'form',
      fields: [{ type: 'select', name: 'size', label: 'Which?', options: [{ name: 's', label: 'S' }] }],
    } as const).toExtend<MessageContent>();
    expectTypeOf({ type: 'carousel', items: [{ title: 'Tent' }] } as const).not.toExtend<MessageContent>();
    expectTypeOf({ type: 'location' } as const).not.toExtend<MessageContent>();
    expectTypeOf({ type: 'formResponse', fields: [] } as const).not.toExtend<MessageContent>();
    expectTypeOf({ type: 'image' } as const).not.toExtend<MessageContent>();
    expectTypeOf({ type: 'file', mediaUrl: 7 } as const).not.toExtend<MessageContent>();
    expectTypeOf({ type: 'whisper' } as const).not.toExtend<MessageContent>();
    expectTypeOf({
      type: 'text',
      text: 'Hi',
      actions: [{ type: 'link', text: 'Look' }],
    } as const).not.toExtend<MessageContent>();
  });
});

test('media is what the web has for bytes', () => {
  expectTypeOf<
    Blob | File | ArrayBuffer | Uint8Array | DataView | ReadableStream<Uint8Array>
  >().toExtend<MediaSource>();
  // A path, and the URL of a file.
  expectTypeOf<string | URL>().toExtend<MediaSource>();
  expectTypeOf<number>().not.toExtend<MediaSource>();
});

test('a trigger completes, and may be one that nobody knows', () => {
  expectTypeOf<'message:appUser'>().toExtend<WebhookTrigger>();
  expectTypeOf<string>().toExtend<WebhookTrigger>();
});

describe('a webhook event', () => {
  const event = parseWebhook('{}');

  test('narrows by its trigger', () => {
    expectTypeOf(event).toEqualTypeOf<WebhookEvent>();
    if (event.trigger === 'message:appUser' || event.trigger === 'delivery:success') {
      expectTypeOf(event.messages).toEqualTypeOf<readonly Message[]>();
    }
    if (event.trigger === 'message:delivery:failure') {
      expectTypeOf(event.message._id).toEqualTypeOf<string>();
      expectTypeOf(event.error.code).toExtend<string | undefined>();
    }
    if (event.trigger === 'postback') {
      expectTypeOf(event.postbacks[0]?.action).toEqualTypeOf<Action | undefined>();
    }
    if (event.trigger === 'merge:appUser') expectTypeOf(event.surviving._id).toEqualTypeOf<string>();
    if (event.trigger === 'link:failure') expectTypeOf(event.channel).toEqualTypeOf<string>();
    if (event.trigger === 'client:add') {
      expectTypeOf(event.appUser._id).toEqualTypeOf<string>();
      expectTypeOf(event['reason']).toEqualTypeOf<unknown>();
    }
    if (event.trigger === undefined) {
      expectTypeOf(event.events[0]?.id).toEqualTypeOf<string | undefined>();
    }
  });

  test('narrows in a search', () => {
    const written = [event].find((each) => each.trigger === 'message:appUser');
    expectTypeOf(written?.messages).toEqualTypeOf<readonly Message[] | undefined>();
  });

  test('that nobody knows is what remains', () => {
    if (typeof event.trigger === 'object') {
      expectTypeOf(event.trigger).toEqualTypeOf<Undocumented>();
      expectTypeOf(event['anything']).toEqualTypeOf<unknown>();
      expectTypeOf(String(event.trigger)).toEqualTypeOf<string>();
    }
  });
});

test('headers may be those of fetch or of Node.js', () => {
  expectTypeOf(verifyWebhook).toBeCallableWith(new Headers(), 'secret');
  expectTypeOf(verifyWebhook).parameter(0).toEqualTypeOf<WebhookHeaders>();
  expectTypeOf<IncomingHttpHeaders>().toExtend<WebhookHeaders>();
  expectTypeOf(verifyWebhook).returns.toEqualTypeOf<Promise<boolean>>();
});

test('a user token takes texts', () => {
  expectTypeOf(jwtForUser).toBeCallableWith('app_1', 'secret', 'user', { expiresInMs: 1_000 });
  expectTypeOf(jwtForUser).parameter(2).toEqualTypeOf<string>();
});

test('an error has a closed kind and an open code', () => {
  expectTypeOf<SmoochError>().toExtend<ServiceError>();
  expectTypeOf<SmoochError['kind']>().toEqualTypeOf<ErrorKind>();
  expectTypeOf<SmoochError['code']>().toEqualTypeOf<string>();
});

describe('a handler of webhooks', () => {
  test('gets the event of its name, of each version that has it', () => {
    createWebhookHandler({
      secrets: 'x',
      on: {
        'message:appUser': ({ messages, trigger }) => {
          expectTypeOf(messages).toEqualTypeOf<readonly Message[]>();
          expectTypeOf(trigger).toEqualTypeOf<'message:appUser'>();
        },
        'conversation:message': ({ payload, type }) => {
          expectTypeOf(payload.message.author.userId).toEqualTypeOf<string | undefined>();
          expectTypeOf(type).toEqualTypeOf<'conversation:message'>();
        },
        'client:add': (event) => {
          if (event.trigger === undefined) expectTypeOf(event.payload.user.id).toBeString();
          else expectTypeOf(event.appUser._id).toBeString();
        },
        other: (event, { version }) => {
          expectTypeOf(version).toEqualTypeOf<'v1' | 'v1.1' | 'v2'>();
          if (event.trigger === undefined && event.type === 'user:merge') {
            expectTypeOf(event.payload.mergedUsers.surviving.id).toBeString();
          }
        },
      },
    });
    // @ts-expect-error -- no such event
    createWebhookHandler({ secrets: 'x', on: { 'message:appuser': () => undefined } });
  });
});
