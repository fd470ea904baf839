import {
  action,
  type ControlAction,
  needed,
  oneOf,
  optional,
  readText,
  readTruth,
} from '../../frame/index.js';
import type { SlackPeople } from '../people.js';

const text = needed(readText);
const message = { channel: text, ts: text };
const membership = { channel: text, user: text };
const reaction = { ...message, user: text, name: text };

/** What people do, over HTTP. */
export function peopleActions(people: SlackPeople): Readonly<Record<string, ControlAction>> {
  return {
    users: () => people.users(),
    channels: () => people.channels(),
    messages: action({ channel: text }, ({ channel }) => people.messages(channel)),
    say: action(
      { ...membership, text, threadTs: optional(readText) },
      ({ channel, user, text: said, threadTs }) => ({
        ts: people.say(channel, user, said, threadTs === undefined ? {} : { threadTs }),
      }),
    ),
    edit: action({ ...message, text }, ({ channel, ts, text: said }) => people.edit(channel, ts, said)),
    remove: action(message, ({ channel, ts }) => people.remove(channel, ts)),
    types: action(membership, ({ channel, user }) => people.types(channel, user)),
    'set-presence': action({ user: text, presence: needed(oneOf('active', 'away')) }, ({ user, presence }) =>
      people.setPresence(user, presence),
    ),
    react: action(reaction, ({ channel, user, ts, name }) => people.react(channel, user, ts, name)),
    unreact: action(reaction, ({ channel, user, ts, name }) => people.unreact(channel, user, ts, name)),
    'create-channel': action(
      { user: text, name: text, isPrivate: optional(readTruth) },
      ({ user, name, isPrivate = false }) => ({ id: people.createChannel(user, name, { isPrivate }) }),
    ),
    join: action({ ...membership, inviter: optional(readText) }, ({ channel, user, inviter }) =>
      people.join(channel, user, inviter === undefined ? {} : { inviter }),
    ),
    leave: action(membership, ({ channel, user }) => people.leave(channel, user)),
    rename: action({ ...membership, name: text }, ({ channel, user, name }) =>
      people.rename(channel, user, name),
    ),
    archive: action({ ...membership, on: optional(readTruth) }, ({ channel, user, on }) =>
      people.archive(channel, user, on),
    ),
    'add-emoji': action({ name: text, value: text }, ({ name, value }) => people.addEmoji(name, value)),
    'remove-emoji': action({ name: text }, ({ name }) => people.removeEmoji(name)),
    'open-im': action({ user: text, other: text }, ({ user, other }) => ({ id: people.openIm(user, other) })),
  };
}
