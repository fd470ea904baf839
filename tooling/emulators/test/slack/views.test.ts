import { describe, expect, test } from 'vitest';
import { at, textAt } from '../json.js';
import { startLinked } from './socket-mode-support.js';
import type { Answer } from './support.js';

const modal = { type: 'modal', title: { type: 'plain_text', text: 'Sheet' }, blocks: [] };

/** An emulator in which somebody has given a command, and what the app does with views. */
async function startCommanded() {
  const api = await startLinked();
  const { control, credentials } = api.emulator;
  const token = credentials.granularBotToken;
  const trigger = (): string => {
    const { payload } = control.slashCommand({ command: '/sheet' });
    return textAt(payload, 'trigger_id');
  };
  const view = (method: string, content: object, args: Record<string, string> = {}): Promise<Answer> =>
    api.call(`views.${method}`, { view: JSON.stringify(content), ...args }, { token });
  return { ...api, trigger, view };
}

describe('a view', () => {
  test('is opened for who gave a command, and kept', async () => {
    const { trigger, view, emulator } = await startCommanded();
    const { body } = await view('open', modal, { trigger_id: trigger() });
    const id = textAt(body, 'view', 'id');
    expect(body).toMatchObject({
      ok: true,
      view: { id, ...modal, root_view_id: id, previous_view_id: null, state: { values: {} } },
    });
    expect(emulator.control.world().views).toMatchObject([
      { id, userId: emulator.credentials.userId, content: modal },
    ]);
  });

  test('needs a trigger that is fresh, unused and its own', async () => {
    const { trigger, view, clock, call } = await startCommanded();
    expect((await view('open', modal, { trigger_id: 'x' })).body).toEqual({
      ok: false,
      error: 'invalid_arguments',
      response_metadata: { messages: ['invalid `trigger_id`'] },
    });
    const trigger_id = trigger();
    await view('open', modal, { trigger_id });
    expect((await view('open', modal, { trigger_id })).body['error']).toBe('exchanged_trigger_id');
    const late = trigger();
    const foreign = await call('views.open', { view: JSON.stringify(modal), trigger_id: late });
    expect(foreign.body['error']).toBe('invalid_arguments');
    await clock.advance(3_000);
    expect((await view('open', modal, { trigger_id: late })).body['error']).toBe('expired_trigger_id');
  });

  test('is laid over another one, three deep', async () => {
    const { trigger, view } = await startCommanded();
    expect((await view('push', modal, { trigger_id: trigger() })).body['error']).toBe('not_found');
    const root = textAt((await view('open', modal, { trigger_id: trigger() })).body, 'view', 'id');
    const { body } = await view('push', modal, { trigger_id: trigger() });
    expect(body).toMatchObject({ view: { root_view_id: root, previous_view_id: root } });
    await view('push', modal, { trigger_id: trigger() });
    expect((await view('push', modal, { trigger_id: trigger() })).body['error']).toBe('push_limit_reached');
  });

  test('is changed by its id or by what the app calls it, unless it has changed meanwhile', async () => {
    const { trigger, view } = await startCommanded();
    const named = { ...modal, external_id: 'sheet-9' };
    const { body } = await view('open', named, { trigger_id: trigger() });
    const [view_id, hash] = [textAt(body, 'view', 'id'), textAt(body, 'view', 'hash')];
    const changed = { ...named, callback_id: 'changed' };
    expect((await view('update', changed, { external_id: 'sheet-9' })).body).toMatchObject({
      view: { id: view_id, callback_id: 'changed' },
    });
    expect((await view('update', changed, { view_id, hash })).body['error']).toBe('hash_conflict');
    expect((await view('update', changed, { view_id: 'V0NONE' })).body['error']).toBe('not_found');
    expect((await view('open', named, { trigger_id: trigger() })).body['error']).toBe(
      'duplicate_external_id',
    );
  });

  test('that is a home page is there once for each user', async () => {
    const { view, emulator } = await startCommanded();
    const user_id = emulator.credentials.userId;
    const home = { type: 'home', blocks: [] };
    const first = await view('publish', home, { user_id });
    const second = await view('publish', { ...home, callback_id: 'new' }, { user_id });
    expect(at(second.body, 'view', 'id')).toBe(at(first.body, 'view', 'id'));
    expect(emulator.control.world().views).toHaveLength(1);
    expect((await view('publish', home, { user_id: 'U0NONE' })).body).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: { messages: ['invalid `user_id`'] },
    });
  });

  test('has a name for each of its blocks', async () => {
    const { view, emulator } = await startCommanded();
    const blocks = [{ type: 'divider' }, { type: 'divider', block_id: 'mine' }];
    const { body } = await view(
      'publish',
      { type: 'home', blocks },
      { user_id: emulator.credentials.userId },
    );
    expect(at(body, 'view', 'blocks')).toEqual([
      { type: 'divider', block_id: expect.stringMatching(/^\w{5}$/) as unknown },
      { type: 'divider', block_id: 'mine' },
    ]);
  });

  test.each([
    ['no title', { type: 'modal', blocks: [] }, 'invalid_arguments'],
    ['another type', { ...modal, type: 'home' }, 'invalid_arguments'],
    ['too many blocks', { ...modal, blocks: Array.from({ length: 101 }, () => ({})) }, 'invalid_arguments'],
    ['too much in it', { ...modal, private_metadata: 'x'.repeat(250_000) }, 'view_too_large'],
  ])('with %s is refused', async (_, content, error) => {
    const { trigger, view } = await startCommanded();
    expect((await view('open', content, { trigger_id: trigger() })).body['error']).toBe(error);
  });
});
