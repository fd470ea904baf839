import { describe, expect, test } from 'vitest';
import type { Body } from './support.js';
import { eventIn, type Linked, startLinked } from './socket-mode-support.js';

const acknowledge = ({ envelope_id }: Body, payload?: unknown): object => ({
  envelope_id,
  ...(payload === undefined ? {} : { payload }),
});

const state = ({ emulator }: Linked) => emulator.control.socketMode.deliveries()[0]?.state;

describe('an event', () => {
  test('that is acknowledged is not delivered again', async () => {
    const linked = await startLinked();
    const line = await linked.link();
    linked.emulator.control.say('general', 'ines', 'hi');
    line.say(acknowledge(await line.next({ type: 'events_api' })));
    await expect.poll(() => state(linked)).toBe('acknowledged');
    await linked.clock.advance(600_000);
    expect(line.heard.map(({ type }) => type)).toEqual(['hello', 'events_api']);
  });

  test('that is not comes again: at once, after one minute, after five, and then never', async () => {
    const linked = await startLinked();
    const { clock, emulator } = linked;
    const line = await linked.link();
    emulator.control.say('general', 'ines', 'hi');
    const first = await line.next({ type: 'events_api' });
    await clock.advance(2_999);
    expect(emulator.control.socketMode.deliveries()[0]?.attempts).toHaveLength(1);
    await clock.advance(1);
    const second = await line.next({ type: 'events_api' });
    expect(second).toMatchObject({ retry_attempt: 1, retry_reason: 'timeout' });
    expect(second['envelope_id']).not.toBe(first['envelope_id']);
    expect(second['payload']).toEqual(first['payload']);
    await clock.advance(3_000 + 60_000);
    expect(await line.next({ type: 'events_api' })).toMatchObject({ retry_attempt: 2 });
    await clock.advance(3_000 + 300_000);
    expect(await line.next({ type: 'events_api' })).toMatchObject({ retry_attempt: 3 });
    await clock.advance(3_000);
    expect(state(linked)).toBe('lost');
    await clock.advance(600_000);
    expect(emulator.control.socketMode.deliveries()[0]?.attempts).toHaveLength(4);
  });

  test('that happened while no link was up comes to a later one', async () => {
    const linked = await startLinked();
    const { clock, emulator } = linked;
    const line = await linked.link();
    emulator.control.socketMode.cut('drop');
    await line.closed;
    emulator.control.say('general', 'ines', 'missed');
    const later = await linked.link();
    await later.next({ type: 'hello' });
    await clock.advance(60_000);
    const envelope = await later.next({ type: 'events_api' });
    expect(envelope).toMatchObject({ retry_attempt: 2 });
    expect(eventIn(envelope)).toMatchObject({ text: 'missed' });
    expect(
      emulator.control.socketMode.deliveries()[0]?.attempts.map((attempt) => attempt.connectionId),
    ).toEqual([undefined, undefined, 'link-2']);
  });

  test('that was given to a link that died comes to another', async () => {
    const linked = await startLinked();
    const [first, second] = [await linked.link(), await linked.link()];
    linked.emulator.control.say('general', 'ines', 'hi');
    await first.next({ type: 'events_api' });
    linked.emulator.control.socketMode.cut('reset', { connectionId: 'link-1' });
    await first.closed;
    await linked.clock.advance(3_000);
    expect(await second.next({ type: 'events_api' })).toMatchObject({ retry_attempt: 1 });
  });

  test('is not acknowledged over another link, nor too late', async () => {
    const linked = await startLinked();
    const [first, second] = [await linked.link(), await linked.link()];
    linked.emulator.control.say('general', 'ines', 'hi');
    const envelope = await first.next({ type: 'events_api' });
    second.say(acknowledge(envelope));
    await expect.poll(() => linked.emulator.control.socketMode.sends).toHaveLength(1);
    expect(state(linked)).toBe('waiting');
    await linked.clock.advance(3_000);
    first.say(acknowledge(envelope));
    await expect.poll(() => linked.emulator.control.socketMode.sends).toHaveLength(2);
    expect(state(linked)).toBe('waiting');
    expect(await second.next({ type: 'events_api' })).toMatchObject({ retry_attempt: 1 });
  });

  test('takes no answer with its acknowledgement', async () => {
    const linked = await startLinked();
    const line = await linked.link();
    linked.emulator.control.say('general', 'ines', 'hi');
    line.say(acknowledge(await line.next({ type: 'events_api' }), { text: 'ignored' }));
    await expect.poll(() => state(linked)).toBe('acknowledged');
    expect(linked.emulator.control.socketMode.deliveries()[0]?.response).toBeUndefined();
  });
});

describe('a slash command', () => {
  test('is answered with its acknowledgement', async () => {
    const linked = await startLinked();
    const line = await linked.link();
    const { teamId, channelId, userId, userName } = linked.emulator.credentials;
    const delivery = linked.emulator.control.socketMode.slashCommand({
      command: '/deploy',
      text: 'prod',
      user: userName,
    });
    const envelope = await line.next({ type: 'slash_commands' });
    expect(envelope).toMatchObject({
      accepts_response_payload: true,
      payload: {
        team_id: teamId,
        team_domain: 'contour-maps',
        channel_id: channelId,
        channel_name: 'general',
        user_id: userId,
        user_name: userName,
        command: '/deploy',
        text: 'prod',
        response_url: expect.stringContaining('/commands/') as unknown,
        trigger_id: expect.any(String) as unknown,
      },
    });
    expect(envelope).not.toHaveProperty('retry_attempt');
    line.say(acknowledge(envelope, { text: 'on it' }));
    await expect.poll(() => delivery.response).toEqual({ text: 'on it' });
  });

  test('gets no answer that is too long, and is not delivered again', async () => {
    const linked = await startLinked();
    const line = await linked.link();
    const delivery = linked.emulator.control.socketMode.slashCommand({ command: '/deploy' });
    const envelope = await line.next({ type: 'slash_commands' });
    const empty = JSON.stringify(acknowledge(envelope, { text: '' })).length;
    line.say(acknowledge(envelope, { text: 'x'.repeat(20_480 - empty) }));
    await expect.poll(() => linked.emulator.control.socketMode.sends).toHaveLength(1);
    expect(delivery.state).toBe('waiting');
    line.say(acknowledge(envelope, { text: 'x'.repeat(20_479 - empty) }));
    await expect.poll(() => delivery.state).toBe('acknowledged');
    const other = linked.emulator.control.socketMode.slashCommand({ command: '/deploy' });
    await linked.clock.advance(3_000);
    expect(other).toMatchObject({ state: 'lost', attempts: [{ retry: 0 }] });
  });

  test('is answered later at its response_url, five times within half an hour', async () => {
    const linked = await startLinked();
    const line = await linked.link();
    const urlOf = async (): Promise<string> => {
      linked.emulator.control.socketMode.slashCommand({ command: '/deploy' });
      const { payload } = await line.next({ type: 'slash_commands' });
      return (payload as { readonly response_url: string }).response_url;
    };
    const answer = async (url: string, body: string): Promise<unknown> => {
      const response = await fetch(url, { method: 'POST', body });
      return response.headers.get('content-type')?.startsWith('application/json') === true
        ? await response.json()
        : await response.text();
    };
    const url = await urlOf();
    expect(await answer(url, 'nonsense')).toEqual({ ok: false, error: 'invalid_payload' });
    for (let count = 0; count < 5; count += 1) expect(await answer(url, '{"text":"done"}')).toBe('ok');
    expect(await answer(url, '{"text":"done"}')).toEqual({ ok: false, error: 'used_url' });
    expect(linked.emulator.control.socketMode.responses).toHaveLength(5);
    expect(linked.emulator.control.socketMode.responses[0]).toMatchObject({ url, body: { text: 'done' } });
    const late = await urlOf();
    await linked.clock.advance(1_800_000);
    expect(await answer(late, '{"text":"done"}')).toEqual({ ok: false, error: 'expired_url' });
  });
});

test.each([
  ['block_actions', false],
  ['shortcut', false],
  ['view_closed', false],
  ['view_submission', true],
  ['block_suggestion', true],
])('%s is an interaction, and whether it takes an answer is %s', async (type, isAnswered) => {
  const linked = await startLinked();
  const line = await linked.link();
  const { userId } = linked.emulator.credentials;
  const delivery = linked.emulator.control.socketMode.interactive({ type, custom: 1 }, { user: userId });
  const envelope = await line.next({ type: 'interactive' });
  expect(envelope).toMatchObject({
    accepts_response_payload: isAnswered,
    payload: { type, custom: 1, user: { id: userId }, api_app_id: delivery.appId },
  });
  line.say(acknowledge(envelope, { response_action: 'clear' }));
  await expect.poll(() => delivery.state).toBe('acknowledged');
  expect(delivery.response).toEqual(isAnswered ? { response_action: 'clear' } : undefined);
});
