import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { at, textAt } from '../json.js';
import { comparison } from '../recorded.js';
import { startApi, type Body } from './support.js';

// Answers that were recorded from the service lie beside the repository, where there are any.
const folder = new URL('../../../../../shared/fixtures/slack/', import.meta.url);
const absent = !existsSync(folder);

function fixture(name: string): Body {
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Body;
}

const { missing, invented } = comparison();

/** What depends on the one recorded and not on the service. */
const personal = /custom_image|image_original|image_1024|is_limited|previous_names\[\]|^\.channels?\.locale/;

const withoutPersonal = (paths: readonly string[]): string[] => paths.filter((path) => !personal.test(path));

describe.skipIf(absent)('an answer that was recorded', () => {
  test('rtm.connect', async () => {
    const { call } = await startApi();
    const { body } = await call('rtm.connect');
    const recorded = fixture('api-captured/wee-slack/rtm_connect.json');
    expect(missing(recorded, body)).toEqual([]);
    expect(invented(recorded, body)).toEqual([]);
  });

  test.each([
    ['users_info_person_1', 'userId'],
    ['users_info_bot', 'botUserId'],
  ] as const)('users.info as in %s', async (name, who) => {
    const { call, emulator } = await startApi();
    const { body } = await call('users.info', { user: emulator.credentials[who] });
    const recorded = fixture(`api-captured/wee-slack/${name}.json`);
    expect(withoutPersonal(missing(recorded, body))).toEqual([]);
    const extra = withoutPersonal(invented(recorded, body));
    // Bots of older apps were given first and last names, as other recordings show.
    expect(extra.filter((path) => !/first_name|last_name/.test(path))).toEqual([]);
  });

  test('users.info of somebody who has left', async () => {
    const { call, emulator } = await startApi();
    const olga = emulator.control.users().find(({ name }) => name === 'olga')?.id ?? '';
    const { body } = await call('users.info', { user: olga });
    const recorded = at(fixture('http-captured/users_info.1.json'), 'response', 'body');
    const isOfBots = (path: string): boolean => path.includes('bot_id');
    expect(withoutPersonal(missing(recorded, body)).filter((path) => !isOfBots(path))).toEqual([]);
    expect(invented(recorded, body)).toEqual(['.user.profile.email']);
  });

  test('conversations.info of a channel', async () => {
    const { call, emulator } = await startApi();
    const { body } = await call('conversations.info', { channel: emulator.credentials.channelId });
    const recorded = fixture('api-captured/wee-slack/conversations_info_channel_public.json');
    expect(withoutPersonal(missing(recorded, body))).toEqual([]);
    expect(withoutPersonal(invented(recorded, body))).toEqual([]);
  });

  test('conversations.info of a private channel and of a group message', async () => {
    const { call, emulator } = await startApi();
    const token = emulator.credentials.userToken;
    for (const [name, recordedAs] of [
      ['budget', 'conversations_info_channel_private'],
      ['mpdm-ines--tom.becker--farah-1', 'conversations_info_mpim_channel'],
    ]) {
      const channel = emulator.control.channels().find((one) => one.name === name)?.id ?? '';
      const { body } = await call('conversations.info', { channel }, { token });
      const recorded = fixture(`api-captured/wee-slack/${recordedAs}.json`);
      expect(withoutPersonal(missing(recorded, body))).toEqual([]);
      expect(invented(recorded, body)).toEqual([]);
    }
  });

  test('conversations.info of an IM', async () => {
    const { call, emulator } = await startApi();
    const token = emulator.credentials.userToken;
    const opened = await call('conversations.open', { users: emulator.credentials.botUserId }, { token });
    const { body } = await call(
      'conversations.info',
      { channel: textAt(opened.body, 'channel', 'id') },
      { token },
    );
    const recorded = fixture('api-captured/wee-slack/conversations_info_im.json');
    const isOfThread = (path: string): boolean => /thread_ts|parent_user_id/.test(path);
    expect(missing(recorded, body).filter((path) => !isOfThread(path))).toEqual([]);
    expect(invented(recorded, body)).toEqual([]);
  });

  test('users.conversations', async () => {
    const { call, emulator } = await startApi();
    const token = emulator.credentials.userToken;
    for (const [types, name] of [
      ['public_channel', 'users_conversations_public_channel'],
      ['private_channel', 'users_conversations_private_channel'],
      ['im', 'users_conversations_im'],
    ]) {
      const { body } = await call('users.conversations', { types: types ?? '' }, { token });
      const recorded = fixture(`api-captured/wee-slack/${name}.json`);
      const one = { channel: at(recorded, 'channels', 0), cursor: recorded['response_metadata'] };
      const here = { channel: at(body, 'channels', 0), cursor: body['response_metadata'] };
      expect(withoutPersonal(missing(one, here))).toEqual([]);
      expect(withoutPersonal(invented(one, here))).toEqual([]);
    }
  });

  test('conversations.list', async () => {
    const { call } = await startApi();
    const { body } = await call('conversations.list', { limit: '1' });
    const recorded = at(fixture('http-captured/conversations_setTopic_one_page.0.json'), 'response', 'body');
    const [theirs, ours] = [at(recorded, 'channels', 0), at(body, 'channels', 0)];
    expect(missing(theirs, ours)).toEqual([]);
    // Two keys are newer than that recording.
    expect(invented(theirs, ours)).toEqual(['.context_team_id', '.updated']);
    expect(at(body, 'response_metadata', 'next_cursor')).toMatch(/=$/);
  });

  test('users.list with its cursor', async () => {
    const { call } = await startApi();
    const { body } = await call('users.list', { limit: '5' });
    const recorded = at(fixture('http-captured/paginated_users_list.0.json'), 'response', 'body');
    expect(Object.keys(body).toSorted()).toEqual(Object.keys(recorded as Body).toSorted());
    const decoded = (answer: unknown): string =>
      Buffer.from(textAt(answer, 'response_metadata', 'next_cursor'), 'base64').toString();
    expect(decoded(recorded)).toMatch(/^user:U\w+$/);
    expect(decoded(body)).toBe(`user:${textAt(body, 'offset')}`);
  });

  test('conversations.history with a thread in it', async () => {
    const { call, emulator } = await startApi();
    const { body } = await call('conversations.history', { channel: emulator.credentials.channelId });
    const recorded = fixture('api-captured/wee-slack/conversations_history_channel_public.json');
    const isOfReader = (path: string): boolean =>
      /\.last_read$|attachments|files|upload|display_as_bot|reactions|edited|blocks/.test(path);
    expect(withoutPersonal(missing(recorded, body)).filter((path) => !isOfReader(path))).toEqual([]);
  });

  test('auth.test of a bot', async () => {
    const { call } = await startApi();
    const recorded = at(fixture('http-captured/429_error.0.json'), 'response', 'body');
    const { body } = await call('auth.test');
    expect(missing(recorded, body)).toEqual([]);
    expect(invented(recorded, body)).toEqual([]);
  });

  test.each(['conversations.create', 'conversations.setTopic', 'conversations.join', 'conversations.invite'])(
    '%s as documented',
    async (method) => {
      const { call, emulator } = await startApi();
      const { otherChannelId, userId } = emulator.credentials;
      const { body: made } = await call('conversations.create', { name: 'atlas' });
      const own = textAt(made, 'channel', 'id');
      await call('conversations.join', { channel: otherChannelId });
      const channel = method === 'conversations.join' ? otherChannelId : own;
      const { body } = await call(method, { name: 'gazetteer', topic: 'x', channel, users: userId });
      const recorded = fixture(`api-docs/${method}.success.json`);
      // Canvases, read-only and frozen channels are features that nobody here has.
      const isOfFeature = (path: string): boolean => /properties|is_read_only|is_frozen/.test(path);
      expect(withoutPersonal(missing(recorded, body)).filter((path) => !isOfFeature(path))).toEqual([]);
    },
  );

  test.each([
    ['chat.postEphemeral', {}],
    ['chat.meMessage', {}],
    ['chat.getPermalink', {}],
    ['chat.scheduleMessage', { attachments: '[{"text":"x","fallback":"x"}]' }],
    ['chat.scheduledMessages.list', {}],
    ['chat.startStream', {}],
  ] as const)('%s as documented', async (method, more) => {
    const { call, clock, emulator } = await startApi();
    const { channelId: channel, userId: user } = emulator.credentials;
    const post_at = String(Math.floor(clock.now() / 1_000) + 60);
    const message_ts = textAt((await call('chat.postMessage', { channel, text: 'x' })).body, 'ts');
    await call('chat.scheduleMessage', { channel, post_at, text: 'x' });
    const { body } = await call(method, { channel, user, post_at, message_ts, text: 'x', ...more });
    const recorded = fixture(`api-docs/${method}.success.json`);
    expect(missing(recorded, body)).toEqual([]);
    expect(invented(recorded, body)).toEqual([]);
  });

  test.each(['reactions.get', 'pins.list', 'stars.list', 'bookmarks.add', 'bookmarks.list'])(
    '%s as documented',
    async (method) => {
      const { call, emulator } = await startApi();
      const channel = emulator.credentials.channelId;
      const link = { channel_id: channel, title: 'A', type: 'link', link: 'https://maps.example/' };
      const timestamp = textAt((await call('chat.postMessage', { channel, text: 'x' })).body, 'ts');
      const item = { channel, timestamp };
      await call('reactions.add', { ...item, name: 'tada' });
      await call('pins.add', item);
      await call('stars.add', item);
      await call('bookmarks.add', link);
      const { body } = await call(method, { ...item, ...link });
      const recorded = fixture(`api-docs/${method}.success.json`);
      const isOfOthers = (path: string): boolean =>
        /message\.(?:subtype|username|icons|attachments)/.test(path);
      expect(missing(recorded, body).filter((path) => !isOfOthers(path))).toEqual([]);
    },
  );

  test('usergroups.list', async () => {
    const { call, emulator } = await startApi();
    const channels = emulator.credentials.channelId;
    await call('usergroups.create', { name: 'Printers', channels });
    const { body } = await call('usergroups.list', { include_users: '1', include_count: '1' });
    const recorded = fixture('api-captured/wee-slack/usergroups_list.json');
    const [theirs, ours] = [at(recorded, 'usergroups', 0), at(body, 'usergroups', 0)];
    expect(missing(theirs, ours).filter((path) => path !== '.users[]')).toEqual([]);
    expect(invented(theirs, ours)).toEqual([]);
  });

  test.each([
    ['search.messages', { query: 'cake' }],
    ['users.lookupByEmail', { email: 'ines@contour-maps.example' }],
    ['users.profile.get', {}],
    ['dnd.setSnooze', { num_minutes: '1' }],
  ] as const)('%s as documented', async (method, args) => {
    const { call, emulator } = await startApi();
    const { body } = await call(method, args, { token: emulator.credentials.userToken });
    const recorded = fixture(`api-docs/${method}.success.json`);
    // What the owner of a profile may leave out.
    const isOptional = (path: string): boolean => /fields\.|pronouns|start_date|huddle/.test(path);
    expect(missing(recorded, body).filter((path) => !isOptional(path))).toEqual([]);
  });

  test('files.completeUploadExternal and the bytes before it', async () => {
    const { call, emulator } = await startApi();
    const { body: announced } = await call('files.getUploadURLExternal', { filename: 'a.txt', length: '3' });
    expect(invented(fixture('api-docs/files.getUploadURLExternal.success.json'), announced)).toEqual([]);
    const sent = await fetch(textAt(announced, 'upload_url'), { method: 'POST', body: 'abc' });
    const recordedSend = fixture('http-captured/files_upload_v2.1.json');
    expect(await sent.text()).toBe(textAt(recordedSend, 'response', 'body').replace('18', '3'));
    const files = JSON.stringify([{ id: announced['file_id'] }]);
    const channel_id = emulator.credentials.channelId;
    const { body } = await call('files.completeUploadExternal', { files, channel_id });
    const recorded = at(fixture('http-captured/files_upload_v2_channel.2.json'), 'response', 'body');
    expect(missing(recorded, body)).toEqual([]);
    expect(invented(recorded, body)).toEqual([]);
  });

  test.each(['chat.delete', 'bots.info', 'conversations.members', 'team.info'])(
    '%s as documented',
    async (method) => {
      const { call, emulator } = await startApi();
      const { channelId: channel, botId: bot } = emulator.credentials;
      const ts = textAt((await call('chat.postMessage', { channel, text: 'x' })).body, 'ts');
      const { body } = await call(method, { channel, ts, bot });
      const recorded = fixture(`api-docs/${method}.success.json`);
      expect(missing(recorded, body).filter((path) => !path.includes('enterprise'))).toEqual([]);
    },
  );
});

describe.skipIf(absent)('headers that were recorded', () => {
  const ofTheEdge = new Set([
    'date',
    'server',
    'content-length',
    'x-envoy-upstream-service-time',
    'x-backend',
    'x-server',
    'x-slack-shared-secret-outcome',
    'via',
    'x-edge-backend',
    'x-slack-edge-shared-secret-outcome',
    'x-slack-req-id',
    'x-powered-by',
    'x-robots-tag',
  ]);

  test.each([
    ['rtm_connect.0', 'rtm.connect', {}, true],
    ['auth_test_error.0', 'auth.test', { a: 'b' }, false],
    ['rtm_connect.2', 'rtm.connect', {}, false],
    ['rtm_connect.3', 'rtm.connect', { 'request[timeout]': '180' }, false],
  ] as const)('of %s', async (name, method, args, isAuthorized) => {
    const { call } = await startApi();
    const recorded = at(fixture(`http-captured/${name}.json`), 'response');
    const { headers, body } = await call(method, args, isAuthorized ? {} : { token: null });
    expect(at(body, 'error')).toBe(at(recorded, 'body', 'error'));
    const compared = Object.entries(at(recorded, 'headers') as Record<string, string>)
      .map(([key, value]) => [key.toLowerCase(), value] as const)
      .filter(([key]) => !ofTheEdge.has(key));
    for (const [key, value] of compared) expect([key, headers.get(key)]).toEqual([key, value]);
    const isCors = (key: string): boolean => key.startsWith('access-control-') || key.includes('oauth');
    const recordedCors = compared.map(([key]) => key).filter(isCors);
    expect([...headers.keys()].filter(isCors).toSorted()).toEqual(recordedCors.toSorted());
  });
});

describe.skipIf(absent)('a frame that was recorded or documented', () => {
  test('hello, pong, acknowledgements', async () => {
    const { connect, emulator } = await startApi();
    const line = await connect();
    const channel = emulator.credentials.channelId;
    const same = async (name: string, values: Body): Promise<void> => {
      const frame = await line.next(values);
      expect(Object.keys(frame).toSorted()).toEqual(
        Object.keys(fixture(`rtm-control/${name}.json`)).toSorted(),
      );
    };
    await same('hello-modern', { type: 'hello' });
    line.say({ id: 1, type: 'ping', time: 1403299273342 });
    await same('pong', { type: 'pong' });
    line.say({ id: 2, type: 'message', channel, text: 'Hello world' });
    await same('ack-ok', { reply_to: 2 });
    line.say({ id: 3, type: 'message', channel, text: '' });
    expect(await line.next({ reply_to: 3 })).toEqual({
      ...fixture('rtm-control/ack-error-no-text.json'),
      reply_to: 3,
    });
  });

  test.each([
    ['rtm-captured/1485975421.33-message.json', undefined],
    ['rtm-docs-2015/message__message_changed.json', 'message_changed'],
    ['rtm-docs-2015/message__message_deleted.json', 'message_deleted'],
    ['rtm-captured/1485975836.31-message.json', 'message_replied'],
  ])('%s', async (name, subtype) => {
    const { connect, emulator } = await startApi();
    const line = await connect();
    const { control } = emulator;
    const ts = control.say('general', 'ines', 'one');
    const reply = control.say('general', 'walt', 'two', { threadTs: ts });
    control.edit('general', ts, 'three');
    control.remove('general', reply);
    const frame = await line.next({ type: 'message', subtype });
    expect(missing(fixture(name), frame)).toEqual([]);
  });

  test('im_created', async () => {
    const { connect, call, emulator } = await startApi();
    const line = await connect();
    const walt = emulator.control.users().find(({ name }) => name === 'walt')?.id ?? '';
    await call('conversations.open', { users: walt });
    const frame = await line.next({ type: 'im_created' });
    expect(missing(fixture('rtm-captured/1485975606.75-im_created.json'), frame)).toEqual([]);
  });
});

describe.skipIf(absent)('an answer of the documentation', () => {
  const modal = {
    type: 'modal',
    title: { type: 'plain_text', text: 'Sheet' },
    submit: { type: 'plain_text', text: 'Print' },
    blocks: [],
  };

  test('views.open', async () => {
    const { call, emulator } = await startApi();
    const token = emulator.credentials.granularBotToken;
    const { payload } = emulator.control.slashCommand({ command: '/sheet' });
    const args = { view: JSON.stringify(modal), trigger_id: textAt(payload, 'trigger_id') };
    const { body } = await call('views.open', args, { token });
    const isContent = /^\.view\.(?:blocks|title|submit)/;
    const documented = fixture('api-docs/views.open.success.json');
    expect(missing(documented, body).filter((path) => !isContent.test(path))).toEqual([]);
  });

  test('views.publish', async () => {
    const { call, emulator } = await startApi();
    const args = { view: '{"type":"home","blocks":[]}', user_id: emulator.credentials.userId };
    const { body } = await call('views.publish', args);
    const documented = fixture('api-docs/views.publish.success.json');
    expect(missing(documented, body).filter((path) => !path.startsWith('.view.blocks'))).toEqual([]);
    expect(invented(documented, body)).toEqual([]);
  });

  test.each([
    ['reminders.add', 'reminders.add.success', { text: 'eat', time: 'tomorrow' }],
    ['team.profile.get', 'team.profile.get.success', {}],
  ])('%s', async (method, name, args) => {
    const { call, emulator } = await startApi();
    const { body } = await call(method, args, { token: emulator.credentials.userToken });
    const documented = fixture(`api-docs/${name}.json`);
    const isChosen = /possible_values\[\]/;
    expect(missing(documented, body).filter((path) => !isChosen.test(path))).toEqual([]);
    expect(invented(documented, body)).toEqual([]);
  });

  test('of a method without state is its answer where that is asked for', async () => {
    const { call } = await startApi({ exampleFallback: new URL('api-docs/', folder).pathname });
    expect((await call('admin.teams.list')).body).toEqual(fixture('api-docs/admin.teams.list.success.json'));
  });
});
