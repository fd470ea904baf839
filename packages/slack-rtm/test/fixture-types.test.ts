import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { typeComplaints } from '@x/testkit';
import { expect, test } from 'vitest';
import { appEventNames } from '../src/app-event-names.js';
import { rtmEventNames } from '../src/event-names.js';

const fixtures = new URL('../../../../shared/fixtures/slack/', import.meta.url);
const source = fileURLToPath(new URL('../src/types/', import.meta.url));

interface Captured {
  readonly name: string;
  readonly body: Readonly<Record<string, unknown>>;
}

function read(folder: string): Captured[] {
  const captured = new URL(`${folder}/`, fixtures);
  const files = existsSync(captured) ? readdirSync(captured).filter((file) => file.endsWith('.json')) : [];
  return files.map((file) => ({
    name: file,
    body: JSON.parse(readFileSync(new URL(file, captured), 'utf8')) as Captured['body'],
  }));
}

const known = { ...rtmEventNames, ...appEventNames };

/** Names of what is no event: what answers, and what only a client sends. */
const noEvents = new Set(['pong', 'reconnect_url', 'presence_sub', 'presence_query']);

// Where there are no fixtures, these say so.
const there = existsSync(fixtures);

function eventsOf(folder: string): (Captured & { readonly wireType: string })[] {
  return read(folder).flatMap(({ name, body }) => {
    const { type } = body;
    return typeof type !== 'string' || noEvents.has(type) ? [] : [{ name, body, wireType: type }];
  });
}

test.skipIf(!there).each(['rtm-captured', 'rtm-control', 'rtm-docs', 'rtm-docs-2015', 'rtm-shapes'])(
  'every frame of %s is known by its name',
  (folder) => {
    const frames = eventsOf(folder);
    expect(frames.length).toBeGreaterThan(3);
    const unknown = frames.filter(({ wireType }) => !Object.hasOwn(known, wireType));
    expect(unknown.map(({ name }) => name)).toEqual([]);
  },
);

// Documentation and shapes leave out what frames have, so that only names can be told from them.
test.skipIf(!there).each(['rtm-captured', 'rtm-control'])(
  'every frame of %s is what its type says',
  { timeout: 60_000 },
  async (folder) => {
    const frames = eventsOf(folder).map(({ name, body, wireType }) => ({
      name,
      body,
      type: `SlackEventMap[${JSON.stringify(wireType)}]`,
    }));
    expect(await typeComplaints(source, { SlackEventMap: 'event-map.ts' }, frames)).toBe('');
  },
);

test.skipIf(!there)('a frame that is not what its type says is noticed', { timeout: 60_000 }, async () => {
  const wrong = {
    name: 'none',
    type: "SlackEventMap['user_typing']",
    body: { type: 'user_typing', channel: 7 },
  };
  expect(await typeComplaints(source, { SlackEventMap: 'event-map.ts' }, [wrong])).toContain('TS2322');
});

test.skipIf(!there)('every frame of Socket Mode is what its type says', { timeout: 60_000 }, async () => {
  const frames = read('socket-mode').map(({ name, body }) => ({
    name,
    body,
    type:
      body['type'] === 'app_mention'
        ? "SlackEventMap['app_mention']"
        : `Extract<SocketModeFrame, { type: ${JSON.stringify(body['type'])} }>`,
  }));
  const interactions = read('interactive-shapes').map(({ name, body }) => ({
    name,
    body,
    type: name.startsWith('slash-commands') ? 'SlashCommand' : 'Interaction',
  }));
  const callbacks = read('events-api-shapes')
    .filter(({ body }) => body['type'] === 'event_callback')
    .map(({ name, body }) => ({ name, body, type: 'EventCallback' }));
  expect([frames.length, interactions.length, callbacks.length].every((count) => count > 5)).toBe(true);
  const file = 'socket-mode.ts';
  const imports = {
    SlackEventMap: 'event-map.ts',
    SocketModeFrame: file,
    SlashCommand: file,
    Interaction: file,
    EventCallback: file,
  };
  expect(await typeComplaints(source, imports, [...frames, ...interactions, ...callbacks])).toBe('');
});

/** What captured bodies are, by how the names of their files begin. */
const answerTypes = {
  conversations_history: "Methods['conversations.history']['answer']",
  conversations_info: "Methods['conversations.info']['answer']",
  rtm_connect: "Methods['rtm.connect']['answer']",
  users_info: "Methods['users.info']['answer']",
  users_conversations: 'SlackAnswer & { readonly channels: readonly Conversation[] }',
  usergroups_list: 'SlackAnswer & { readonly usergroups: readonly UserGroup[] }',
};

test.skipIf(!there)('every captured answer is what its type says', { timeout: 60_000 }, async () => {
  const answers = read('api-captured/wee-slack').map(({ name, body }) => ({
    name,
    body,
    type: Object.entries(answerTypes).find(([start]) => name.startsWith(start))?.[1] ?? 'never',
  }));
  expect(answers.length).toBeGreaterThan(10);
  const imports = {
    Methods: 'methods.ts',
    SlackAnswer: 'result.ts',
    Conversation: 'conversation.ts',
    UserGroup: 'team-events.ts',
  };
  expect(await typeComplaints(source, imports, answers)).toBe('');
});

/** The methods whose answers have a type. */
const typedMethods = existsSync(`${source}methods`)
  ? readdirSync(`${source}methods`).flatMap((file) =>
      [...readFileSync(`${source}methods/${file}`, 'utf8').matchAll(/^ {2}'([\w.]+)': Method</gm)].map(
        ([, name]) => name,
      ),
    )
  : [];

/** Examples that leave out what answers have, or say `string` in its place. */
const abridged = new Set([
  'apps.event.authorizations.list.success.json',
  'dnd.info.success.json',
  'emoji.list.success.json',
  'reactions.list.success.json',
  'rtm.start.success.json',
]);

test.skipIf(!there)(
  'every documented answer of a method that has a type is what its type says',
  { timeout: 60_000 },
  async () => {
    const answers = read('api-docs').flatMap(({ name, body }) => {
      const method = typedMethods.find((each) => name.startsWith(`${each}.success`));
      const isWhole = body['ok'] === true && !abridged.has(name);
      return method === undefined || !isWhole ? [] : [{ name, body, type: `Methods['${method}']['answer']` }];
    });
    expect(answers.length).toBeGreaterThan(70);
    expect(await typeComplaints(source, { Methods: 'methods.ts' }, answers)).toBe('');
  },
);
