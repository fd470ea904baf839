import { describe, expectTypeOf, test } from 'vitest';
import type { CallOptions, Credential, Pages } from '@x/http-core';
import {
  createSunshine,
  users,
  type ActivityPost,
  type AuthorBody,
  type Content,
  type ContentBody,
  type Conversations,
  type CustomIntegration,
  type Integration,
  type IntegrationCreateBody,
  type IntegrationType,
  type IntegrationUpdateBodies,
  type Message,
  type Messages,
  type Metadata,
  type MetadataChange,
  type PageOptions,
  type SmoochError,
  type Sunshine,
  type SunshineOptions,
  type SwitchboardIntegrationCreateBody,
  type Undocumented,
  type User,
  type UserChoice,
  type Users,
  type WebIntegration,
  type Webhooks,
} from '../src/v2/index.js';

describe('options', () => {
  test('are a key, or a credential in its place', () => {
    expectTypeOf({ keyId: 'app_1', secret: 's' }).toExtend<SunshineOptions>();
    expectTypeOf<{ credential: Credential<string> }>().toExtend<SunshineOptions>();
    expectTypeOf({ keyId: 'app_1' }).not.toExtend<SunshineOptions>();
    expectTypeOf({}).not.toExtend<SunshineOptions>();
    expectTypeOf(createSunshine).returns.toEqualTypeOf<Sunshine>();
  });
});

test('a resource has what its operations are called, and its helpers', () => {
  expectTypeOf(users).returns.toEqualTypeOf<Users>();
  expectTypeOf<keyof Users>().toEqualTypeOf<
    'list' | 'get' | 'create' | 'getOrCreate' | 'update' | 'delete' | 'deletePersonalInformation' | 'sync'
  >();
  expectTypeOf<keyof Messages>().toEqualTypeOf<
    'list' | 'post' | 'sendText' | 'sendFile' | 'delete' | 'deleteAll'
  >();
});

test('every method takes the options of a call', () => {
  expectTypeOf<Parameters<Users['get']>[2]>().toEqualTypeOf<CallOptions | undefined>();
  expectTypeOf<Parameters<Conversations['list']>[1]>().toEqualTypeOf<CallOptions | undefined>();
  expectTypeOf<CallOptions>().toExtend<Parameters<Messages['sendText']>[2]>();
  expectTypeOf<Parameters<Webhooks['ensure']>[2]>().toEqualTypeOf<CallOptions | undefined>();
});

test('answers keep the names of the service, and lists are of items', () => {
  expectTypeOf<Awaited<ReturnType<Users['get']>>['user']>().toEqualTypeOf<User>();
  expectTypeOf<ReturnType<Messages['list']>>().toExtend<Pages<Message>>();
  expectTypeOf<ReturnType<Users['delete']>>().toEqualTypeOf<Promise<void>>();
});

test('a list is read in one direction', () => {
  expectTypeOf({ after: 'a', pageSize: 10 }).toExtend<PageOptions>();
  expectTypeOf({ before: 'a' }).toExtend<PageOptions>();
  expectTypeOf({ after: 'a', before: 'b' }).not.toExtend<PageOptions>();
});

test('a user is named in one way', () => {
  expectTypeOf({ userId: 'a' }).toExtend<UserChoice>();
  expectTypeOf({ userId: 'a', userExternalId: 'b' }).not.toExtend<UserChoice>();
  expectTypeOf({}).not.toExtend<UserChoice>();
});

test('metadata is flat, and a change can take away', () => {
  expectTypeOf({ a: 1, b: 'c', d: true }).toExtend<Metadata>();
  expectTypeOf({ a: null }).not.toExtend<Metadata>();
  expectTypeOf({ a: null }).toExtend<MetadataChange>();
  expectTypeOf({ a: {} }).not.toExtend<MetadataChange>();
});

describe('content', () => {
  test('to post needs what its type needs', () => {
    expectTypeOf({ type: 'text', markdownText: '*Hi*' } as const).toExtend<ContentBody>();
    expectTypeOf({ type: 'text', markdownText: '*Hi*', htmlText: 'Hi' } as const).not.toExtend<ContentBody>();
    expectTypeOf({ type: 'image' } as const).not.toExtend<ContentBody>();
    expectTypeOf({ type: 'carousel', items: [{ title: 'Tacos' }] } as const).not.toExtend<ContentBody>();
    expectTypeOf({ type: 'formResponse', fields: [] } as const).not.toExtend<ContentBody>();
  });

  test('that is shown narrows by its type, and may be one that nobody knows', () => {
    const content = {} as Content;
    expectTypeOf<'text'>().toExtend<Content['type']>();
    if (content.type === 'image') expectTypeOf(content.mediaUrl).toEqualTypeOf<string>();
    if (typeof content.type === 'object') expectTypeOf(content.type).toEqualTypeOf<Undocumented>();
  });
});

test('a user does no more than read, and has no name but one', () => {
  expectTypeOf({ author: { type: 'business' }, type: 'typing:start' } as const).toExtend<ActivityPost>();
  expectTypeOf({
    author: { type: 'user', userId: 'a' },
    type: 'typing:start',
  } as const).not.toExtend<ActivityPost>();
  expectTypeOf({ type: 'user' } as const).not.toExtend<AuthorBody>();
});

describe('an integration', () => {
  test('is of one of sixteen types, or of one that nobody knows', () => {
    expectTypeOf<IntegrationType>().toEqualTypeOf<IntegrationCreateBody['type']>();
    expectTypeOf<IntegrationType>().toEqualTypeOf<keyof IntegrationUpdateBodies>();
    const integration = {} as Integration;
    if (integration.type === 'custom') expectTypeOf(integration).toEqualTypeOf<CustomIntegration>();
    if (integration.type === 'web') expectTypeOf(integration).toEqualTypeOf<WebIntegration>();
  });

  test('to make needs what its type needs', () => {
    expectTypeOf({ type: 'telegram', token: 't' } as const).toExtend<IntegrationCreateBody>();
    expectTypeOf({ type: 'telegram' } as const).not.toExtend<IntegrationCreateBody>();
    expectTypeOf({ type: 'custom', webhooks: [] } as const).not.toExtend<IntegrationCreateBody>();
    expectTypeOf({ type: 'fax' } as const).not.toExtend<IntegrationCreateBody>();
  });
});

test('one who can answer is an integration or a type of them', () => {
  expectTypeOf({ name: 'bot', integrationId: 'a' }).toExtend<SwitchboardIntegrationCreateBody>();
  expectTypeOf({ name: 'bot' }).not.toExtend<SwitchboardIntegrationCreateBody>();
});

test('errors are those of the whole package', () => {
  expectTypeOf<SmoochError['code']>().toEqualTypeOf<string>();
});
