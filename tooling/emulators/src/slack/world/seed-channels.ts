import { plainContent } from '../methods/content.js';
import type { Service } from '../service.js';
import { addConversation, addDirect } from '../state/conversations.js';
import { postMessage } from '../state/messages.js';
import type { Conversation, User } from '../state/model.js';
import { linkNames } from '../text/format.js';
import { channels, type Line } from './history.js';
import { at } from './past.js';
import type { SeededUsers } from './seed-users.js';

const foundedMs = 400 * 86_400_000;

/** What the seed says, as JSON made of words only. */
export interface SeededConversations {
  readonly general: Conversation;
  readonly random: Conversation;
}

/** Fills the channels with what was said in them, and opens an IM and a group message of the first person. */
export function seedChannels(service: Service, users: SeededUsers): SeededConversations {
  const past = at(service, foundedMs);
  const { people, bot } = users;
  const byName = new Map<string, Conversation>();
  for (const { name, isPrivate = false, members, lines, topic, purpose } of channels) {
    const channel = addConversation(past, {
      kind: isPrivate ? 'private' : 'channel',
      name,
      creatorId: people.ines.id,
      memberIds: members.map((member) => userOf(users, member).id),
      isGeneral: name === 'general',
      ...(topic === undefined ? {} : { topic }),
      ...(purpose === undefined ? {} : { purpose }),
    });
    byName.set(name, channel);
    for (const line of lines) say(service, users, channel, line, undefined);
  }
  const general = required(byName, 'general');
  // Never said a word in it, but is told of everything there over Socket Mode.
  general.members.add(users.granularBot.id);
  const im = addDirect(past, [people.ines, bot]);
  im.openFor.add(people.ines.id);
  say(service, users, im, { by: 'ines', agoMs: 90 * 60_000, text: 'help' }, undefined);
  const group = addDirect(past, [people.ines, people.tom, people.farah]);
  for (const member of group.members) group.openFor.add(member);
  return { general, random: required(byName, 'random') };
}

function say(
  service: Service,
  users: SeededUsers,
  channel: Conversation,
  line: Line,
  threadTs: string | undefined,
): void {
  const then = at(service, line.agoMs);
  const author = userOf(users, line.by);
  const message = postMessage(then, channel, {
    ...plainContent(then, linkNames(line.text, service.store), author),
    userId: author.id,
    botId: author.botId,
    clientMessageId: author.botId === undefined ? service.ids.clientMessage() : undefined,
    threadTs,
  });
  for (const reply of line.replies ?? []) say(service, users, channel, reply, message.ts);
}

function userOf(users: SeededUsers, name: Line['by']): User {
  return name === 'bot' ? users.bot : users.people[name];
}

function required(channelsByName: ReadonlyMap<string, Conversation>, name: string): Conversation {
  const channel = channelsByName.get(name);
  if (channel === undefined) throw new Error(`The seed has no channel ${name}.`);
  return channel;
}
