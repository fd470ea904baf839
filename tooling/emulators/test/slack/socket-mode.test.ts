import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { at, textAt } from '../json.js';
import { dial, type Line } from './support.js';
import { address, eventIn, startLinked } from './socket-mode-support.js';

const anyText = expect.any(String) as unknown;

describe('a link', () => {
  test('is opened at an address of its own and greeted', async () => {
    const linked = await startLinked();
    const url = await address(linked);
    expect(url).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/link\/\?ticket=[\da-f-]{36}&app_id=[\da-f]{64}$/);
    const line = await dial(url);
    const hello = await line.next();
    expect(hello).toEqual({
      type: 'hello',
      num_connections: 1,
      debug_info: {
        host: expect.stringMatching(/^applink-/) as unknown,
        started: anyText,
        build_number: 54,
        approximate_connection_time: 18_060,
      },
      connection_info: { app_id: linked.emulator.control.socketMode.connections()[0]?.appId },
    });
    const second = await linked.link();
    expect(await second.next()).toMatchObject({ type: 'hello', num_connections: 2 });
  });

  test('has an address that works once, and for half a minute', async () => {
    const linked = await startLinked();
    const url = await address(linked);
    await dial(url);
    await expect(dial(url)).rejects.toThrow('404');
    const late = await address(linked);
    await linked.clock.advance(30_000);
    await expect(dial(late)).rejects.toThrow('404');
  });

  test('is one of ten at most', async () => {
    const { link, emulator } = await startLinked();
    for (let count = 0; count < 10; count += 1) await link();
    const eleventh = await link();
    expect(await eleventh.next()).toMatchObject({
      type: 'disconnect',
      reason: 'too_many_websockets',
      num_connections: 11,
      connection_info: { app_id: anyText },
      debug_info: { host: anyText },
    });
    expect(await eleventh.closed).toBe(1005);
    expect(emulator.control.socketMode.connections()).toHaveLength(10);
  });

  test('is warned ten seconds before it is recycled', async () => {
    const { link, clock, emulator } = await startLinked();
    const line = await link();
    await line.next({ type: 'hello' });
    await clock.advance(18_049_999);
    expect(emulator.control.socketMode.connections()).toHaveLength(1);
    await clock.advance(1);
    expect(await line.next({ type: 'disconnect' })).toEqual({
      type: 'disconnect',
      reason: 'warning',
      debug_info: { host: expect.stringMatching(/^applink-/) as unknown },
    });
    await clock.advance(10_000);
    expect(await line.next({ type: 'disconnect' })).toMatchObject({ reason: 'refresh_requested' });
    expect(await line.closed).toBe(1005);
  });

  test('is recycled after six minutes when it asks for that', async () => {
    const { link, clock } = await startLinked();
    const line = await link('&debug_reconnects=true');
    expect(await line.next()).toMatchObject({ debug_info: { approximate_connection_time: 360 } });
    await clock.advance(360_000);
    await line.next({ reason: 'warning' });
    await line.next({ reason: 'refresh_requested' });
    await line.closed;
  });

  test('is pinged every five seconds', async () => {
    const { link, clock } = await startLinked({ switches: { linkPingEveryMs: 5_000 } });
    const line = await link();
    const pinged = once(line.webSocket, 'ping');
    await clock.advance(5_000);
    const [data] = (await pinged) as [Buffer];
    expect(data.toString()).toMatch(/^Ping from applink-/);
  });

  test('ends when Socket Mode is switched off, and none is opened any more', async () => {
    const { link, call, emulator } = await startLinked();
    const line = await link();
    emulator.control.socketMode.enable(false);
    expect(await line.next({ type: 'disconnect' })).toMatchObject({ reason: 'link_disabled' });
    await line.closed;
    const open = () => call('apps.connections.open', {}, { token: emulator.credentials.appToken });
    expect((await open()).body).toEqual({ ok: false, error: 'feature_not_enabled' });
    emulator.control.socketMode.enable(true);
    expect((await open()).body).toMatchObject({ ok: true });
  });

  test('ends with its token', async () => {
    const { link, emulator } = await startLinked();
    const line = await link();
    emulator.control.revokeToken(emulator.credentials.appToken);
    await line.closed;
    expect(emulator.control.socketMode.connections()).toEqual([]);
  });

  test('can be refreshed, warned, cut and sent anything', async () => {
    const { link, emulator } = await startLinked();
    const { socketMode } = emulator.control;
    const [first, second] = [await link(), await link()];
    socketMode.warn('link-1');
    await first.next({ reason: 'warning' });
    socketMode.send('{"broken":', 'link-2');
    await second.next({ unreadable: '{"broken":' });
    socketMode.send({ type: 'made_up' });
    await first.next({ type: 'made_up' });
    socketMode.refresh('link-1');
    await first.next({ reason: 'refresh_requested' });
    await first.closed;
    socketMode.cut('drop');
    expect(await second.closed).toBe(1006);
    expect(() => socketMode.warn('link-9')).toThrow(/link-9/);
  });
});

describe('an event', () => {
  test('comes as an envelope to an app whose bot may see it', async () => {
    const { link, emulator, clock } = await startLinked();
    const line = await link();
    const ts = emulator.control.say('general', 'ines', 'hi');
    const app = emulator.control.socketMode.connections()[0]?.appId;
    const { teamId, channelId, userId } = emulator.credentials;
    expect(await line.next({ type: 'events_api' })).toEqual({
      envelope_id: expect.stringMatching(/^[\da-f-]{36}$/) as unknown,
      type: 'events_api',
      accepts_response_payload: false,
      retry_attempt: 0,
      retry_reason: '',
      payload: {
        token: anyText,
        team_id: teamId,
        api_app_id: app,
        event: {
          client_msg_id: anyText,
          type: 'message',
          channel: channelId,
          channel_type: 'channel',
          user: userId,
          text: 'hi',
          blocks: expect.any(Array) as unknown,
          team: teamId,
          ts,
          event_ts: ts,
        },
        type: 'event_callback',
        event_id: expect.stringMatching(/^Ev/) as unknown,
        event_time: Math.floor(clock.now() / 1_000),
        authorizations: [
          {
            enterprise_id: null,
            team_id: teamId,
            user_id: emulator.control.users().find(({ name }) => name === 'surveyor')?.id,
            is_bot: true,
            is_enterprise_install: false,
          },
        ],
        is_ext_shared_channel: false,
        event_context: anyText,
      },
    });
  });

  test('is also a mention when the bot is named, and is only what was subscribed to', async () => {
    const { link, emulator } = await startLinked();
    const line = await link();
    const bot = emulator.control.users().find(({ name }) => name === 'surveyor')?.id ?? '';
    emulator.control.say('general', 'ines', `<@${bot}> hi`);
    const types = [await line.next({ type: 'events_api' }), await line.next({ type: 'events_api' })].map(
      (envelope) => eventIn(envelope)['type'],
    );
    expect(types).toEqual(['message', 'app_mention']);
    emulator.control.socketMode.subscribe(['message.im', 'app_mention']);
    emulator.control.say('general', 'ines', 'not for apps');
    emulator.control.say('general', 'ines', `<@${bot}> again`);
    expect(eventIn(await line.next({ type: 'events_api' }))).toMatchObject({ type: 'app_mention' });
    emulator.control.socketMode.subscribe(['message.channels']);
    emulator.control.say('general', 'ines', 'for apps');
    expect(eventIn(await line.next({ type: 'events_api' }))).toMatchObject({ text: 'for apps' });
  });

  test('that only RTM knows does not come', async () => {
    const { call, link, emulator } = await startLinked();
    const line = await link();
    emulator.control.types('general', 'ines');
    emulator.control.setPresence('ines', 'active');
    const { granularBotToken, channelId: channel } = emulator.credentials;
    const { body } = await call('auth.test', {}, { token: granularBotToken });
    await call('chat.postEphemeral', { channel, user: textAt(body, 'user_id'), text: 'only you' });
    emulator.control.say('general', 'ines', 'hi');
    expect(eventIn(await line.next({ type: 'events_api' }))).toMatchObject({ type: 'message' });
    expect(emulator.control.socketMode.deliveries()).toHaveLength(1);
  });

  test('is also a link that was shared, for an app that shows previews of it', async () => {
    const { call, link, emulator } = await startLinked();
    const line = await link();
    emulator.control.socketMode.subscribe(['link_shared']);
    emulator.control.socketMode.watchLinks(['maps.example']);
    emulator.control.say('general', 'ines', 'https://other.example and https://www.maps.example/?a=1&b=2');
    const shared = eventIn(await line.next({ type: 'events_api' }));
    const url = 'https://www.maps.example/?a=1&b=2';
    expect(shared).toMatchObject({
      type: 'link_shared',
      channel: emulator.credentials.channelId,
      user: emulator.credentials.userId,
      links: [{ domain: 'maps.example', url }],
      source: 'conversations_history',
      is_bot_user_member: true,
    });
    expect(emulator.control.socketMode.deliveries()).toHaveLength(1);
    const unfurls = JSON.stringify({ [url]: { title: 'A map' } });
    const named = { unfurl_id: textAt(shared, 'unfurl_id'), source: textAt(shared, 'source'), unfurls };
    expect((await call('chat.unfurl', named)).body).toEqual({ ok: true });
    const { body } = await call('conversations.history', { channel: textAt(shared, 'channel'), limit: '1' });
    expect(at(body, 'messages', 0)).toMatchObject({
      ts: shared['message_ts'],
      attachments: [{ from_url: url, title: 'A map' }],
    });
  });

  test('has a context that names its channel by the id alone', async () => {
    const { link, emulator } = await startLinked();
    const line = await link();
    emulator.control.createChannel('ines', 'survey');
    const { payload } = await line.next({ type: 'events_api' });
    const context = textAt(payload, 'event_context');
    expect(context).toMatch(/^4-[\w-]+$/);
    expect(JSON.parse(Buffer.from(context.slice(2), 'base64url').toString())).toEqual({
      et: 'channel_created',
      tid: emulator.credentials.teamId,
      aid: textAt(payload, 'api_app_id'),
      cid: at(payload, 'event', 'channel', 'id'),
    });
  });

  test('goes to one link at a time, in turn', async () => {
    const { link, emulator } = await startLinked();
    const lines = [await link(), await link(), await link()];
    for (const text of ['a', 'b', 'c', 'd']) emulator.control.say('general', 'ines', text);
    const heard = async (line: Line | undefined): Promise<unknown> =>
      line === undefined ? undefined : eventIn(await line.next({ type: 'events_api' }))['text'];
    expect([
      await heard(lines[0]),
      await heard(lines[1]),
      await heard(lines[2]),
      await heard(lines[0]),
    ]).toEqual(['a', 'b', 'c', 'd']);
  });

  test('goes to a link chosen at random where that is switched on', async () => {
    const { link, emulator } = await startLinked({ switches: { randomLinks: true } });
    const lines = [await link(), await link()];
    for (let round = 0; round < 20; round += 1) emulator.control.say('general', 'ines', 'hi');
    await Promise.all(lines.map((line) => line.next({ type: 'events_api' })));
    const order = emulator.control.socketMode.deliveries().map(({ attempts }) => attempts[0]?.connectionId);
    expect(new Set(order)).toEqual(new Set(['link-1', 'link-2']));
    const inTurn = order.map((_, index) => (index % 2 === 0 ? order[0] : order[1]));
    expect(order).not.toEqual(inTurn);
  });

  test('of any make can be delivered, also a notice that holds no event', async () => {
    const { link, emulator } = await startLinked();
    const line = await link();
    emulator.control.socketMode.event({ type: 'app_home_opened', user: 'U1', tab: 'home' });
    expect(eventIn(await line.next({ type: 'events_api' }))).toMatchObject({ tab: 'home' });
    emulator.control.socketMode.notice({ type: 'app_rate_limited', minute_rate_limited: 1_518_467_820 });
    const { payload } = await line.next({ type: 'events_api' });
    expect(payload).toMatchObject({ type: 'app_rate_limited', minute_rate_limited: 1_518_467_820 });
    expect(payload).not.toHaveProperty('event');
  });
});
