import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { WireEvent } from '../../src/stack-exchange/index.js';
import { type Frame, listen, type Listener } from './listener.js';
import { type Browser, type Chat, startChat } from './support.js';

const fixtures = fileURLToPath(new URL('../../../../../shared/fixtures/chatexchange/', import.meta.url));

/** The events of a captured frame, or the one event of a captured object. */
function captured(name: string): readonly Partial<WireEvent>[] {
  const value = JSON.parse(readFileSync(`${fixtures}${name}`, 'utf8')) as Frame | Partial<WireEvent>;
  if ('event_type' in value) {
    const { _comment, ...event } = value as Partial<WireEvent> & { readonly _comment?: string };
    return [event];
  }
  return Object.values(value as Frame).flatMap(({ e = [] }) => e);
}

const fieldsOf = (event: object): string[] => Object.keys(event).toSorted();

interface Scene {
  readonly chat: Chat;
  /** An owner of the room, who did what was captured. */
  readonly tomasz: Browser;
  /** A message of somebody else's. */
  readonly messageId: number;
}

/** What has to be done so that the listener is told what was captured, by the name of the file. */
const cases: Readonly<Record<string, (scene: Scene) => unknown>> = {
  'samliew/event-type-1.json': say('test'),
  'samliew/event-type-10.json': ({ chat, messageId }) => {
    chat.emulator.control.edit(messageId, 'test5');
    chat.emulator.control.remove(messageId);
  },
  'samliew/event-type-15.json': access('read-write'),
  'samliew/event-type-2.json': ({ chat, messageId }) => chat.emulator.control.edit(messageId, 'test5'),
  'samliew/event-type-3.json': ({ chat }) =>
    chat.emulator.control.enter(1, chat.emulator.control.addUser('X')),
  'samliew/event-type-4.json': leave,
  'samliew/event-type-6.json': ({ chat, messageId }) => chat.emulator.control.star(messageId, chat.ilse.id),
  'samliew/event-type-8.json': mention,
  'timcastelijns/access-level-changed-events.json': async (scene) => {
    await access('read-only')(scene);
    await access('remove')(scene);
    await (await scene.chat.loggedIn(scene.chat.ada)).post('/rooms/requestaccess', { roomId: 1 });
  },
  'timcastelijns/message-deleted-event.json': ({ chat, messageId }) =>
    chat.emulator.control.remove(messageId),
  'timcastelijns/message-edited-event.json': ({ chat, messageId }) =>
    chat.emulator.control.edit(messageId, 'other'),
  'timcastelijns/message-flagged-event.json': ({ chat, messageId }) => {
    chat.emulator.control.setReputation(chat.tomasz.id, 10_000);
    chat.emulator.control.flag(messageId, chat.ilse.id);
  },
  'timcastelijns/message-pinned-event.json': vote('owner-star'),
  'timcastelijns/message-posted-event.json': say('test'),
  'timcastelijns/message-starred-event-loggedInUserStarred.json': vote('star'),
  'timcastelijns/message-starred-event-rawOtherUserStarred.json': ({ chat, messageId }) =>
    chat.emulator.control.star(messageId, chat.ilse.id),
  'timcastelijns/user-joined-event.json': ({ chat }) =>
    chat.emulator.control.enter(1, chat.emulator.control.addUser('X')),
  'timcastelijns/user-left-event.json': leave,
  'timcastelijns/user-mentioned-event.json': mention,
  'timcastelijns/user-notification-event.json': async ({ chat }) =>
    (await chat.loggedIn(chat.ada)).post('/rooms/requestaccess', { roomId: 1 }),
  'timcastelijns/user-profile-changed-event.json': ({ chat }) =>
    chat.emulator.control.rename(chat.ilse.id, 'Else'),
};

function say(text: string) {
  return ({ chat }: Scene): unknown => chat.emulator.control.say(1, chat.ada.id, text);
}

function access(userAccess: string) {
  return ({ chat, tomasz }: Scene): unknown =>
    tomasz.post('/rooms/setuseraccess/1', { aclUserId: chat.ada.id, userAccess });
}

function vote(verb: string) {
  return ({ tomasz, messageId }: Scene): unknown => tomasz.post(`/messages/${messageId}/${verb}`);
}

function leave({ chat }: Scene): unknown {
  return chat.emulator.control.leave(1, chat.ilse.id);
}

function mention({ chat }: Scene): unknown {
  chat.emulator.control.say(1, chat.tomasz.id, 'here');
  return chat.emulator.control.say(1, chat.ada.id, '@TomaszWójcik hi');
}

const listening = async (): Promise<Scene & { readonly listener: Listener }> => {
  const chat = await startChat();
  const tomasz = await chat.loggedIn(chat.tomasz);
  const messageId = chat.emulator.control.say(1, chat.ada.id, 'a message');
  const since = chat.emulator.control.skipIds(0);
  return { chat, tomasz, messageId, listener: await listen(chat, tomasz, { since }) };
};

describe.skipIf(!existsSync(fixtures))('an event has the fields that were captured', () => {
  test.each(Object.keys(cases))('%s', async (name) => {
    const scene = await listening();
    await cases[name]?.(scene);
    const wanted = captured(name);
    const isKnown = ({ event_type }: Partial<WireEvent>): boolean =>
      wanted.some((event) => event.event_type === event_type);
    const told = (): WireEvent[] => scene.listener.events().filter(isKnown);
    await expect.poll(() => told().length).toBeGreaterThanOrEqual(wanted.length);
    expect(told().slice(-wanted.length).map(fieldsOf)).toEqual(wanted.map(fieldsOf));
  });

  test('none of the captured frames is left out', () => {
    const names = ['samliew', 'timcastelijns'].flatMap((folder) =>
      readdirSync(`${fixtures}${folder}`)
        .filter((name) => name.endsWith('.json'))
        .map((name) => `${folder}/${name}`),
    );
    // A reply of before 2025, which a switch brings back, is compared with the other replies.
    const others = new Set(['samliew/event-type-18.json']);
    expect(names.filter((name) => !(name in cases) && !others.has(name))).toEqual([]);
  });
});

describe.skipIf(!existsSync(fixtures))('a reply has the fields of its time', () => {
  test.each([
    ['samliew/event-type-18.json', false],
    ['reconstructed/frame-reply-2026.json', true],
  ] as const)('%s', async (name, replyFields) => {
    const chat = await startChat({ replyFields, legacyReplies: !replyFields });
    const { control } = chat.emulator;
    const listener = await listen(chat, await chat.loggedIn(chat.ada));
    const parent = control.say(1, chat.ada.id, 'the first message');
    control.say(1, chat.ravi.id, 'Howdy.', { replyTo: parent });
    await listener.framesReach(3);
    const wanted = captured(name);
    const told = listener.events().slice(-2);
    expect(told.slice(0, wanted.length).map(fieldsOf)).toEqual(wanted.map(fieldsOf));
  });
});
