import {
  action,
  type ControlAction,
  listOf,
  needed,
  oneOf,
  optional,
  readAnyObject,
  readText,
  readTruth,
  readWholeNumber,
} from '../../frame/index.js';
import type { SlackPeople } from '../people.js';

const text = needed(readText);
const message = { channel: text, ts: text };
const membership = { channel: text, user: text };
const postFields = {
  threadTs: optional(readText),
  broadcast: optional(readTruth),
  blocks: optional(listOf((value) => value)),
  attachments: optional(listOf((value) => value)),
  metadata: optional(readAnyObject),
  subtype: optional(readText),
  username: optional(readText),
  clientMsgId: optional(readText),
};
const fileFields = {
  name: text,
  content: text,
  /** Whether the content is bytes in base64. Default: it is the text itself. */
  base64: optional(readTruth),
  title: optional(readText),
  comment: optional(readText),
  threadTs: optional(readText),
};
const accountFields = {
  name: text,
  realName: optional(readText),
  displayName: optional(readText),
  title: optional(readText),
  role: optional(oneOf('owner', 'admin', 'member')),
};
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
    post: action({ ...membership, text, ...postFields }, ({ channel, user, text: said, ...options }) => ({
      ts: people.post(user, channel, said, options),
    })),
    burst: action({ ...membership, count: needed(readWholeNumber) }, ({ channel, user, count }) => ({
      ts: people.burst(user, channel, count),
    })),
    upload: action(
      { ...membership, ...fileFields },
      ({ channel, user, base64 = false, content, ...file }) => ({
        id: people.upload(user, channel, {
          ...file,
          content: base64 ? new Uint8Array(Buffer.from(content, 'base64')) : content,
        }),
      }),
    ),
    typing: action({ ...membership, threadTs: optional(readText) }, ({ channel, user, ...options }) =>
      people.typing(user, channel, options),
    ),
    'add-user': action(accountFields, (account) => ({ id: people.addUser(account) })),
    'update-user': action(
      {
        user: text,
        ...accountFields,
        name: optional(readText),
        email: optional(readText),
        profile: optional(readAnyObject),
        deleted: optional(readTruth),
      },
      ({ user, ...changes }) => people.updateUser(user, changes),
    ),
    'set-team-pref': action({ name: text, value: needed((value) => value) }, ({ name, value }) =>
      people.setTeamPref(name, value),
    ),
    invite: action({ ...membership, inviter: text }, ({ channel, user, inviter }) =>
      people.invite(inviter, channel, user),
    ),
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
    'rename-team': action({ name: text }, ({ name }) => people.renameTeam(name)),
    'change-domain': action({ domain: text }, ({ domain }) => people.changeDomain(domain)),
    'set-pref': action({ user: text, name: text, value: needed((value) => value) }, ({ user, name, value }) =>
      people.setPref(user, name, value),
    ),
    'add-bot': action({ name: text }, ({ name }) => ({ id: people.addBot(name) })),
    'rename-bot': action({ bot: text, name: text }, ({ bot, name }) => people.renameBot(bot, name)),
    'delete-channel': action(membership, ({ channel, user }) => people.deleteChannel(channel, user)),
    'add-emoji': action({ name: text, value: text }, ({ name, value }) => people.addEmoji(name, value)),
    'remove-emoji': action({ name: text }, ({ name }) => people.removeEmoji(name)),
    'open-im': action({ user: text, other: text }, ({ user, other }) => ({ id: people.openIm(user, other) })),
  };
}
