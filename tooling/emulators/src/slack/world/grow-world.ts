import type { Random } from '../../frame/index.js';
import { find } from '../lookups.js';
import type { Service } from '../service.js';
import { addConversation } from '../state/conversations.js';
import type { Conversation, User } from '../state/model.js';
import { firstNames, lastNames, matters, subjects } from './grow-names.js';
import { tellHistory } from './grow-history.js';
import { at } from './past.js';
import { berlin, chicago, lisbon } from './people.js';
import { addPerson } from './seed-users.js';

/** How much is added to the workspace. All of it is there at once: nobody is told that it comes. */
export interface SlackGrowth {
  /** People. Every fiftieth has left. Default 0. */
  readonly users?: number;
  /**
   * Channels of 2 to 20 people; every tenth has the bots and the person whose token is a credential in it, every twentieth is
   * private, every fortieth archived. Default 0.
   */
  readonly channels?: number;
  /** Messages of the last half year, replies in threads included, all in one channel. Default 0. */
  readonly messages?: number;
  /** Id or name of that channel. Default `chronicle`, which is made if it is not there, and which everybody is in. */
  readonly channel?: string;
}

/** What came of it. */
export interface SlackGrown {
  /** Where the messages are; undefined when none were asked for. */
  readonly channelId: string | undefined;
  readonly userIds: readonly string[];
  readonly channelIds: readonly string[];
}

const foundedMs = 300 * 86_400_000;
const usualChannel = 'chronicle';
const zones = [lisbon, berlin, chicago];

/** Makes a workspace large. The same seed makes the same people, channels and messages. */
export function growWorld(service: Service, random: Random, growth: SlackGrowth): SlackGrown {
  const { users = 0, channels = 0, messages = 0, channel } = growth;
  const past = at(service, foundedMs);
  const founders = [...service.store.users.values()].filter(isFounder);
  const userIds = addPeople(past, random, users);
  const channelIds = addChannels(past, random, channels, founders);
  const told =
    messages === 0
      ? undefined
      : channel === undefined
        ? chronicleOf(past)
        : find(service.store.conversations, channel, 'channel');
  if (told !== undefined) tellHistory(service, random, told, messages);
  return { channelId: told?.id, userIds, channelIds };
}

/** Whom the tokens act as: the owner and the bots. */
function isFounder({ role, botId }: User): boolean {
  return role === 'owner' || botId !== undefined;
}

function addPeople(past: Service, random: Random, count: number): string[] {
  const taken = new Set([...past.store.users.values()].map(({ name }) => name));
  return Array.from({ length: count }, (_, index) => {
    const [first, last] = [random.pick(firstNames), random.pick(lastNames)];
    return addPerson(past, {
      name: free(taken, `${plain(first)}.${plain(last)}`),
      realName: `${first} ${last}`,
      displayName: random.integer(3) === 0 ? '' : first,
      title: '',
      color: random.hex(6),
      zone: random.pick(zones),
      deleted: index % 50 === 49,
    }).id;
  });
}

function addChannels(past: Service, random: Random, count: number, founders: readonly User[]): string[] {
  const taken = new Set([...past.store.conversations.values()].map(({ name }) => name));
  const people = [...past.store.users.values()].filter(
    ({ deleted, botId }) => !deleted && botId === undefined,
  );
  return Array.from({ length: count }, (_, index) => {
    const members = new Set(Array.from({ length: 2 + random.integer(19) }, () => random.pick(people).id));
    if (index % 10 === 0) for (const { id } of founders) members.add(id);
    const [creatorId = ''] = members;
    const subject = random.pick(subjects);
    const conversation = addConversation(past, {
      kind: index % 20 === 10 ? 'private' : 'channel',
      name: free(taken, `${subject}-${random.pick(matters)}`),
      purpose: `All about the ${subject}.`,
      creatorId,
      memberIds: [...members],
    });
    conversation.isArchived = index % 40 === 39;
    return conversation.id;
  });
}

/** The channel that everybody is in. */
function chronicleOf(past: Service): Conversation {
  const { store } = past;
  const everybody = [...store.users.values()].filter(({ deleted, id }) => !deleted && id !== 'USLACKBOT');
  for (const conversation of store.conversations.values()) {
    if (conversation.name === usualChannel) return conversation;
  }
  return addConversation(past, {
    kind: 'channel',
    name: usualChannel,
    purpose: 'Everything that was ever said.',
    creatorId: everybody[0]?.id ?? '',
    memberIds: everybody.map(({ id }) => id),
  });
}

/** The name, with a number when others have it already. */
function free(taken: Set<string>, name: string): string {
  let [candidate, number] = [name, 1];
  while (taken.has(candidate)) {
    number += 1;
    candidate = `${name}-${number}`;
  }
  taken.add(candidate);
  return candidate;
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[^a-z]/g, '');
}
