import type { CallOptions } from '@x/http-core';
import { collect } from '../collect.js';
import { slackError, SlackError } from '../errors.js';
import type { Conversation } from '../types/conversation.js';
import type { Bot, User } from '../types/user.js';
import type { SlackWeb } from '../web.js';
import { amend, show } from './amend.js';
import type { Draft } from './change.js';
import type { WorkspaceFinds } from './find.js';
import { mergeConversation } from './merge.js';
import { showBot, showUser } from './people.js';
import type { SharedCalls } from './shared-calls.js';
import type { WorkspaceState } from './state.js';

/** Ends a wait. What was asked for goes on for others who wait for it. */
export type LookupOptions = Pick<CallOptions, 'signal'>;

/** Finds as {@link WorkspaceFinds} does, and asks Slack for what is not known: once, however many want it at the same time. */
export interface WorkspaceLookups {
  /**
   * A user by id, e-mail or name; asked for by `users.info`, `users.lookupByEmail`, or the list of all users where they are loaded
   * lazily. `undefined` when Slack knows nobody. Rejects as calls do.
   */
  getUser(wanted: string, options?: LookupOptions): Promise<User | undefined>;
  /** A conversation by id or name, with what `conversations.info` tells. `undefined` when Slack shows none. Rejects as calls do. */
  getConversation(wanted: string, options?: LookupOptions): Promise<Conversation | undefined>;
  /** A bot by id or name. `undefined` when Slack knows none. Rejects as calls do. */
  getBot(wanted: string, options?: LookupOptions): Promise<Bot | undefined>;
  /** Who is in a conversation, by its id or name; kept by events from then on. Rejects as calls do. */
  getMembers(conversation: string, options?: LookupOptions): Promise<ReadonlySet<string>>;
  /**
   * The direct message with a user, by the user's id or name; opened when there is none. Rejects as calls do, and with `refused` /
   * `user_not_found` when nobody has the name.
   *
   * @example
   * ```ts
   * import type { SlackRtm, Workspace } from '@x/slack-rtm';
   *
   * export async function whisper(slack: SlackRtm, workspace: Workspace, name: string): Promise<void> {
   *   const { id } = await workspace.openIm(name);
   *   await slack.send(id, 'psst');
   * }
   * ```
   */
  openIm(user: string, options?: LookupOptions): Promise<Conversation>;
}

/** An id of a user says so; a name in capitals may look like one, and Slack will know. */
const userId = /^[UW][A-Z\d]{5,}$/;
const conversationId = /^[CDG][A-Z\d]{5,}$/;
const botId = /^B[A-Z\d]{5,}$/;

/** What is known by one id at this moment. */
function one<Item>(items: ReadonlyMap<string, Item>, id: string): Map<string, Item> {
  const item = items.get(id);
  return new Map(item === undefined ? [] : [[id, item]]);
}

/** What Slack says when there is no such thing, or none that is shown to this token. */
const missing = /^(users?_not_(found|visible)|channel_not_found|bot_not_found)$/;

export function createLookups(options: {
  readonly web: SlackWeb;
  readonly state: WorkspaceState;
  readonly finds: WorkspaceFinds;
  readonly calls: SharedCalls;
  /** Whether a name may cost the list of all users. */
  readonly listsUsers: boolean;
  /** Changes what is known, and tells. */
  readonly write: (change: (draft: Draft) => void) => void;
}): WorkspaceLookups {
  const { web, state, finds, calls, listsUsers, write } = options;
  const isWhole = (id: string): boolean => !state.stubs.has(id) && !state.outdated.has(id);
  let hasListed = false;

  /** What an answer holds; nothing where Slack says that there is no such thing. */
  async function ask<Result>(call: () => Promise<Result>): Promise<Result | undefined> {
    try {
      return await call();
    } catch (error) {
      if (error instanceof SlackError && missing.test(error.code)) return undefined;
      throw error;
    }
  }

  const fetchUser = (id: string, signal?: AbortSignal): Promise<User | undefined> =>
    calls.once(`user ${id}`, signal, async (ending) => {
      const answer = await ask(() => web.call('users.info', { user: id }, { signal: ending }));
      if (answer === undefined) return undefined;
      write((draft) => {
        showUser(draft, answer.user);
      });
      return state.users.get(id);
    });

  const fetchByEmail = (email: string, signal?: AbortSignal): Promise<User | undefined> =>
    calls.once(`e-mail ${email}`, signal, async (ending) => {
      const answer = await ask(() =>
        web.call<{ user: User }>('users.lookupByEmail', { email }, { signal: ending }),
      );
      if (answer === undefined) return undefined;
      write((draft) => {
        showUser(draft, answer.user);
      });
      return state.users.get(answer.user.id);
    });

  const listUsers = (signal?: AbortSignal): Promise<void> =>
    calls.once('users', signal, async (ending) => {
      const users = await collect(web, 'users.list', {}, { signal: ending }).toArray();
      write((draft) => {
        for (const user of users) showUser(draft, user);
      });
      hasListed = true;
    });

  const fetchConversation = (id: string, signal?: AbortSignal): Promise<Conversation | undefined> =>
    calls.once(`conversation ${id}`, signal, async (ending) => {
      const before = { conversations: one(state.conversations, id), deleted: one(state.deleted, id) };
      const args = { channel: id, include_num_members: true };
      const answer = await ask(() => web.call('conversations.info', args, { signal: ending }));
      if (answer === undefined) return undefined;
      write((draft) => {
        mergeConversation(state, answer.channel, before);
        state.outdated.delete(id);
        draft.tell({ what: 'conversation', how: before.conversations.has(id) ? 'changed' : 'added', id });
      });
      return state.conversations.get(id);
    });

  const lookups: WorkspaceLookups = {
    async getUser(wanted, { signal } = {}) {
      const known = finds.findUser(wanted);
      if (known !== undefined && isWhole(known.id)) return known;
      const id = known?.id ?? (userId.test(wanted) ? wanted : undefined);
      if (id !== undefined) return fetchUser(id, signal);
      if (/^[^@\s]+@[^@\s]+$/.test(wanted)) return fetchByEmail(wanted, signal);
      if (!listsUsers || hasListed) return undefined;
      await listUsers(signal);
      return finds.findUser(wanted);
    },
    async getConversation(wanted, { signal } = {}) {
      const known = finds.findConversation(wanted);
      if (known !== undefined && isWhole(known.id)) return known;
      const id = known?.id ?? (conversationId.test(wanted) ? wanted : undefined);
      return id === undefined ? undefined : fetchConversation(id, signal);
    },
    async getBot(wanted, { signal } = {}) {
      const known = finds.findBot(wanted);
      if (known !== undefined && isWhole(known.id)) return known;
      const id = known?.id ?? (botId.test(wanted) ? wanted : undefined);
      if (id === undefined) return undefined;
      return calls.once(`bot ${id}`, signal, async (ending) => {
        const answer = await ask(() => web.call('bots.info', { bot: id }, { signal: ending }));
        if (answer === undefined) return undefined;
        write((draft) => {
          showBot(draft, answer.bot);
        });
        return state.bots.get(id);
      });
    },
    async getMembers(conversation, { signal } = {}) {
      const { id } = finds.findConversation(conversation) ?? { id: conversation };
      const known = state.members.get(id);
      if (known !== undefined) return known;
      return calls.once(`members ${id}`, signal, async (ending) => {
        const changes = new Map<string, boolean>();
        state.memberChanges.set(id, changes);
        try {
          const members = new Set(
            await collect(
              web,
              'conversations.members',
              { channel: id, limit: 1000 },
              { signal: ending },
            ).toArray(),
          );
          // Who came or went meanwhile may be on the pages, or not.
          for (const [user, isIn] of changes) {
            if (isIn) members.add(user);
            else members.delete(user);
          }
          write((draft) => {
            state.members.set(id, members);
            amend(draft, id, { num_members: members.size });
          });
          return members;
        } finally {
          state.memberChanges.delete(id);
        }
      });
    },
    async openIm(wanted, { signal } = {}) {
      const known = finds.findIm(wanted);
      if (known !== undefined && isWhole(known.id)) return known;
      const user = userId.test(wanted) ? wanted : (await lookups.getUser(wanted, { signal }))?.id;
      if (user === undefined) {
        throw slackError(
          'refused',
          'user_not_found',
          'no user has this name, so there is nobody to write to',
        );
      }
      return calls.once(`direct message ${user}`, signal, async (ending) => {
        const args = { users: user, return_im: true };
        const { channel } = await web.call('conversations.open', args, { signal: ending });
        write((draft) => {
          show(draft, channel, { is_im: true, user, is_open: true });
        });
        return state.conversations.get(channel.id) ?? channel;
      });
    },
  };
  return lookups;
}
