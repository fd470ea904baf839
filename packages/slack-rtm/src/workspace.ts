/// <reference lib="esnext.disposable" preserve="true" />
import type { CallOptions } from '@x/http-core';
import { collect } from './collect.js';
import type { SlackFrame } from './events.js';
import type { SlackRtm } from './types/slack-rtm.js';
import type { Conversation } from './types/conversation.js';
import type { ConversationTypes } from './types/methods.js';
import type { User } from './types/user.js';
import { changes, type WorkspaceMaps } from './workspace-changes.js';

/** What {@link createWorkspace} can be told. */
export interface WorkspaceOptions {
  /** Which kinds of conversations are loaded. Default: all four. */
  readonly types?: ConversationTypes | undefined;
}

/** A live picture of a workspace: who is there, and where they talk. */
export interface Workspace extends Disposable {
  /** Users by their ids, bots' users among them. A change puts a new object in the place of the old one. */
  readonly users: ReadonlyMap<string, User>;
  /** Conversations of all loaded kinds by their ids. */
  readonly channels: ReadonlyMap<string, Conversation>;
  /** Whether something may be missing: before `load`, and after a gap until it is loaded again, which it does by itself. */
  readonly isStale: boolean;
  /**
   * Loads everything. What happens meanwhile is applied afterwards. Rejects as calls of the Web API do, with `missing_scope` for
   * example when the token may not see a kind of conversations; what was known stays.
   */
  load(call?: CallOptions): Promise<void>;
  /** A user by id, or by name or display name, with or without `@`, however it is capitalised. */
  readonly findUser: (idOrName: string) => User | undefined;
  /** A conversation by id, or by name, with or without `#`, however it is capitalised. */
  readonly findChannel: (idOrName: string) => Conversation | undefined;
  /** Ends its care for changes. */
  close(): void;
}

/**
 * A live picture of the workspace that a client is in: loaded once, and kept by the events of the client. It begins to listen at
 * once and loads nothing before `load()`; call that when the client is connected, so that nothing falls between the two.
 *
 * @example
 * ```ts
 * import { createWorkspace, type SlackRtm } from '@x/slack-rtm';
 *
 * export async function announce(slack: SlackRtm, text: string): Promise<void> {
 *   const workspace = createWorkspace(slack);
 *   await workspace.load();
 *   const general = workspace.findChannel('#general');
 *   if (general !== undefined) await slack.send(general.id, text);
 * }
 * ```
 */
export function createWorkspace(
  slack: Pick<SlackRtm, 'on' | 'web' | 'self'>,
  options: WorkspaceOptions = {},
): Workspace {
  const { types = ['public_channel', 'private_channel', 'mpim', 'im'] } = options;
  const offs: (() => void)[] = [];
  let maps: WorkspaceMaps = { users: new Map(), channels: new Map() };
  let isStale = true;
  let loading: Promise<void> | undefined;
  /** What came while it was loading, in order. */
  let held: (() => void)[] | undefined;

  async function loadAll(call: CallOptions | undefined): Promise<void> {
    held = [];
    try {
      const [users, channels] = await Promise.all([
        collect(slack.web, 'users.list', {}, call).toArray(),
        collect(slack.web, 'conversations.list', { types }, call).toArray(),
      ]);
      maps = { users: byId(users), channels: byId(channels) };
      isStale = false;
    } finally {
      const missed = held;
      held = undefined;
      for (const apply of missed) apply();
    }
  }

  /** One loading at a time, for everybody who asks; their own options end their own wait only. */
  function load(call?: CallOptions): Promise<void> {
    loading ??= loadAll(call).finally(() => {
      loading = undefined;
    });
    return loading;
  }

  for (const [type, change] of Object.entries(changes)) {
    const apply = change as (maps: WorkspaceMaps, event: SlackFrame, selfId: string | undefined) => void;
    const off = slack.on(type as 'an event', (event) => {
      const run = (): void => {
        apply(maps, event, slack.self?.id);
      };
      // While it is loading, what is there is kept up to date as well.
      run();
      held?.push(run);
    });
    offs.push(off);
  }
  const reload = slack.on('gap', () => {
    // Nothing that was there is dropped before there is something better; a failure leaves it stale.
    const wasLoaded = loading !== undefined || !isStale;
    isStale = true;
    if (wasLoaded) void load().catch(() => undefined);
  });
  offs.push(reload);

  const close = (): void => {
    for (const off of offs) off();
  };

  return {
    get users() {
      return maps.users;
    },
    get channels() {
      return maps.channels;
    },
    get isStale() {
      return isStale;
    },
    load,
    findUser: (idOrName) =>
      find(maps.users, idOrName, ({ name }) => name) ??
      find(maps.users, idOrName, ({ profile }) => profile?.display_name),
    findChannel: (idOrName) => find(maps.channels, idOrName, ({ name }) => name),
    close,
    [Symbol.dispose]: close,
  };
}

/** A name as it is compared. */
function plain(name: string): string {
  return name.replace(/^[@#]/, '').toLowerCase();
}

function find<Item>(
  items: ReadonlyMap<string, Item>,
  idOrName: string,
  nameOf: (item: Item) => string | undefined,
): Item | undefined {
  const known = items.get(idOrName);
  const wanted = plain(idOrName);
  if (known !== undefined || wanted === '') return known;
  for (const item of items.values()) if (plain(nameOf(item) ?? '') === wanted) return item;
  return undefined;
}

function byId<Item extends { readonly id: string }>(items: readonly Item[]): Map<string, Item> {
  return new Map(items.map((item) => [item.id, item]));
}
