import { describe, expectTypeOf, test } from 'vitest';
import {
  collect,
  createSlackRtm,
  fromMicros,
  type Conversation,
  type ErrorKind,
  type GapEvent,
  type HistoryMessage,
  type MessageEvent,
  type NewMessage,
  type ResultMeta,
  type SentMessage,
  type SharedLink,
  type ServiceError,
  type SlackError,
  type SlackEvent,
  type SlackFile,
  type SlackFrame,
  type SlackRtm,
  type SlackRtmOptions,
  type SlackWeb,
  type SlashCommand,
  type SocketModeFrame,
  type Ts,
  type Undocumented,
  type UnknownEvent,
  type User,
  type UserGroup,
} from '../src/index.js';

declare const web: SlackWeb;
declare const slack: SlackRtm;
declare const page: Readonly<{ limit: number }>;

describe('a method', () => {
  test('knows what it takes and what it answers', () => {
    expectTypeOf(web.chat.postMessage({ channel: 'C1', text: 'x' })).resolves.toHaveProperty('ts');
    expectTypeOf(web.users.info({ user: 'U1' }))
      .resolves.toHaveProperty('user')
      .toEqualTypeOf<User>();
    expectTypeOf(web.auth.test()).resolves.toHaveProperty('user_id').toBeString();
    expectTypeOf(web.call('team.info', {})).resolves.toHaveProperty('team');
    expectTypeOf(web.call('auth.test')).resolves.toHaveProperty('user_id').toBeString();
    expectTypeOf(web.call('auth.test', {}, { timeoutMs: 1000 })).resolves.toHaveProperty('user_id');
    // @ts-expect-error -- an argument is needed
    void web.call('users.info');
    // @ts-expect-error -- a channel is needed
    void web.chat.postMessage({ text: 'x' });
    // @ts-expect-error -- a channel is a text
    void web.chat.postMessage({ channel: 7, text: 'x' });
    // @ts-expect-error -- an argument is needed
    void web.users.info();
  });

  test('takes arguments that nobody described beside those that are', () => {
    expectTypeOf(web.chat.postMessage).toBeCallableWith({ channel: 'C1', text: 'x', brand_new: [1] });
    interface Mine {
      readonly channel: string;
      readonly text: string;
    }
    expectTypeOf<Mine>().toExtend<Parameters<SlackWeb['chat']['postMessage']>[0]>();
    expectTypeOf(collect(web, 'users.list', page).toArray()).resolves.toEqualTypeOf<User[]>();
    expectTypeOf(web.call('chat.postMessage', {} as Mine))
      .resolves.toHaveProperty('ts')
      .toBeString();
  });

  test('of every family is described', () => {
    expectTypeOf(web.chat.scheduleMessage({ channel: 'C1', text: 'x', post_at: 1 }))
      .resolves.toHaveProperty('scheduled_message_id')
      .toBeString();
    expectTypeOf(web.chat.postEphemeral({ channel: 'C1', user: 'U1' })).resolves.toHaveProperty('message_ts');
    expectTypeOf(web.conversations.invite({ channel: 'C1', users: ['U1'] }))
      .resolves.toHaveProperty('channel')
      .toEqualTypeOf<Conversation>();
    expectTypeOf(web.dnd.info()).resolves.toHaveProperty('dnd_enabled').toBeBoolean();
    expectTypeOf(web.files.info({ file: 'F1' }))
      .resolves.toHaveProperty('file')
      .toEqualTypeOf<SlackFile>();
    expectTypeOf(web.usergroups.list())
      .resolves.toHaveProperty('usergroups')
      .toEqualTypeOf<readonly UserGroup[]>();
    expectTypeOf(web.oauth.v2.access({ code: 'x' }))
      .resolves.toHaveProperty('app_id')
      .toBeString();
    expectTypeOf(web.apps.connections.open()).resolves.toHaveProperty('url').toBeString();
    expectTypeOf(collect(web, 'search.messages', { query: 'x' }).toArray()).resolves.items.toHaveProperty(
      'permalink',
    );
    expectTypeOf(collect(web, 'emoji.list').toArray()).resolves.items.toEqualTypeOf<
      [name: string, address: string]
    >();
    // @ts-expect-error -- a name is needed
    void web.reactions.add({ channel: 'C1', timestamp: '1.000000' });
    // @ts-expect-error -- nobody to invite
    void web.conversations.invite({ channel: 'C1' });
  });

  test('tells what is known of its answer', () => {
    expectTypeOf(web.auth.test()).resolves.toHaveProperty('meta').toEqualTypeOf<ResultMeta>();
    expectTypeOf(web.call('brand.new')).resolves.toHaveProperty('meta').toEqualTypeOf<ResultMeta>();
  });

  test('that is documented and not described is typed by the caller', () => {
    expectTypeOf(web.stars.add<{ mine: 1 }>()).resolves.toHaveProperty('mine').toEqualTypeOf<1>();
    expectTypeOf(web.admin.users.session.list()).resolves.toHaveProperty('ok').toEqualTypeOf<true>();
    expectTypeOf(web.call<{ mine: 1 }>('brand.new')).resolves.toHaveProperty('mine').toEqualTypeOf<1>();
    // @ts-expect-error -- no such method
    void web.chat.postMesage;
    // @ts-expect-error -- not a promise
    void web.chat.then;
  });
});

test('messages of a subtype are listened to by its name', () => {
  slack.on('message::channel_topic', ({ topic }) => {
    expectTypeOf(topic).toBeString();
  });
  slack.on('message::message_changed', ({ message }) => {
    expectTypeOf(message).toEqualTypeOf<HistoryMessage>();
  });
  slack.on('message::brand_new', (frame) => {
    expectTypeOf(frame).toEqualTypeOf<SlackFrame>();
  });
});

test('a list knows its items', () => {
  expectTypeOf(collect(web, 'users.list').toArray()).resolves.toEqualTypeOf<User[]>();
  expectTypeOf(collect(web, 'conversations.list', { types: ['im'] }).toArray()).resolves.toEqualTypeOf<
    Conversation[]
  >();
  expectTypeOf(collect(web, 'conversations.history', { channel: 'C1' }).toArray()).resolves.toEqualTypeOf<
    HistoryMessage[]
  >();
  expectTypeOf(collect<string>(web, 'admin.teams.owners.list', {}).toArray()).resolves.toEqualTypeOf<
    string[]
  >();
});

describe('an event', () => {
  test('narrows by its type', () => {
    const event = {} as SlackEvent;
    if (event.type === 'message') expectTypeOf(event).toExtend<MessageEvent>();
    if (event.type === 'user_typing') expectTypeOf(event.user).toBeString();
    if (event.type === 'reaction_added') expectTypeOf(event.reaction).toBeString();
    if (event.type === 'gap') expectTypeOf(event).toEqualTypeOf<GapEvent>();
    if (event.type === 'unknown') {
      expectTypeOf(event).toEqualTypeOf<UnknownEvent>();
      expectTypeOf(event.data).toEqualTypeOf<SlackFrame>();
    }
    if (event.type === 'channel_joined') expectTypeOf(event.channel).toEqualTypeOf<Conversation>();
    if (event.type === 'team_join') expectTypeOf(event.user).toEqualTypeOf<User>();
  });

  test('of an app narrows as well as one of RTM', () => {
    const event = {} as SlackEvent;
    if (event.type === 'app_mention') expectTypeOf(event.channel).toBeString();
    if (event.type === 'link_shared') expectTypeOf(event.links).toEqualTypeOf<readonly SharedLink[]>();
    if (event.type === 'subteam_updated') expectTypeOf(event.subteam).toEqualTypeOf<UserGroup>();
    if (event.type === 'thread_marked') expectTypeOf(event.subscription.thread_ts).toBeString();
    expectTypeOf<'pong'>().not.toExtend<SlackEvent['type']>();
  });

  test('is what a listener gets, and a frame where the name is not known', () => {
    slack.on('user_typing', (event) => expectTypeOf(event.channel).toBeString());
    slack.on('gap', (event) => expectTypeOf(event).toEqualTypeOf<GapEvent>());
    slack.on('brand_new', (event) => expectTypeOf(event).toEqualTypeOf<SlackFrame>());
    // @ts-expect-error -- a channel is a text
    slack.on('user_typing', (event: { channel: number }) => event);
  });

  test('that is a message narrows by its subtype', () => {
    const message = {} as MessageEvent;
    if (message.subtype === undefined) expectTypeOf(message.text).toEqualTypeOf<string | undefined>();
    if (message.subtype === 'message_changed') expectTypeOf(message.message).toEqualTypeOf<HistoryMessage>();
    if (message.subtype === 'message_deleted') expectTypeOf(message.deleted_ts).toBeString();
    if (message.subtype === 'file_share')
      expectTypeOf(message.files).toEqualTypeOf<readonly SlackFile[] | undefined>();
    if (message.subtype === 'pinned_item')
      expectTypeOf(message.item_type).toEqualTypeOf<string | undefined>();
    if (message.subtype === 'channel_topic') expectTypeOf(message.topic).toBeString();
    if (typeof message.subtype === 'object') expectTypeOf(message.subtype).toEqualTypeOf<Undocumented>();
    expectTypeOf<NewMessage['subtype']>().not.toExtend<'message_changed'>();
  });
});

test('a frame of Socket Mode narrows by its type', () => {
  const frame = {} as SocketModeFrame;
  if (frame.type === 'slash_commands') expectTypeOf(frame.payload).toEqualTypeOf<SlashCommand>();
  if (frame.type === 'interactive') expectTypeOf(frame.payload.user.id).toBeString();
  if (frame.type === 'hello') expectTypeOf(frame.num_connections).toEqualTypeOf<number | undefined>();
  if (frame.type === 'events_api' && frame.payload.type === 'event_callback') {
    expectTypeOf(frame.payload.event_id).toBeString();
  }
});

test('a timestamp that is known to be one is a text', () => {
  expectTypeOf<Ts>().toExtend<string>();
  expectTypeOf<string>().not.toExtend<Ts>();
  expectTypeOf(fromMicros).returns.toEqualTypeOf<Ts>();
});

test('iterators and send know what they give', () => {
  expectTypeOf(slack.events()).toEqualTypeOf<AsyncIterableIterator<SlackEvent>>();
  expectTypeOf(slack.messages()).toEqualTypeOf<AsyncIterableIterator<NewMessage>>();
  expectTypeOf(slack.send('C1', 'x')).resolves.toEqualTypeOf<SentMessage>();
  expectTypeOf(slack).toExtend<AsyncDisposable>();
});

test('options name what they take', () => {
  expectTypeOf({ token: 'xoxb' }).toExtend<SlackRtmOptions>();
  expectTypeOf({ token: async () => 'xoxb' }).toExtend<SlackRtmOptions>();
  expectTypeOf({}).not.toExtend<SlackRtmOptions>();
  expectTypeOf(createSlackRtm).returns.toEqualTypeOf<SlackRtm>();
});

test('an error has a closed kind, an open code, and scopes', () => {
  expectTypeOf<SlackError>().toExtend<ServiceError>();
  expectTypeOf<SlackError['kind']>().toEqualTypeOf<ErrorKind>();
  expectTypeOf<SlackError['needed']>().toEqualTypeOf<string | undefined>();
});
