import { checkNumber, systemClock } from '@x/http-core';
import { createEmitter } from '@x/http-core/live';
import { refuseOption, slackError, type SlackError } from '../errors.js';
import type { SlackFrame } from '../events.js';
import { createReducer } from './apply.js';
import type { Draft, Rules, WorkspaceChange } from './change.js';
import { createFinds } from './find.js';
import { gather } from './gather.js';
import { readLoad } from './load-options.js';
import { createLookups } from './lookups.js';
import { mergeLoaded, snapshotOf } from './merge.js';
import { isLong, seed, type RtmStartAnswer } from './seed.js';
import { createSharedCalls } from './shared-calls.js';
import { clearState, createState } from './state.js';
import type { Workspace, WorkspaceEvents, WorkspaceOptions, WorkspaceSource } from './types.js';
import { typingIn } from './typing.js';

/**
 * A live picture of the workspace that a client is in: loaded once, and kept by the events of the client. It begins to listen at
 * once and loads nothing before `load()`; call that when the client is connected, so that nothing falls between the two. Make it
 * before listeners of your own, and they see what an event has changed.
 *
 * @throws `usage` / `INVALID_OPTION` at once for options that cannot work.
 * @example
 * ```ts
 * import { createWorkspace, type SlackLive } from '@x/slack-rtm';
 *
 * export async function announce(slack: SlackLive, text: string): Promise<void> {
 *   const workspace = createWorkspace(slack);
 *   await workspace.load();
 *   const general = workspace.findChannel('#general');
 *   if (general !== undefined) await slack.send(general.id, text);
 * }
 * ```
 */
export function createWorkspace(slack: WorkspaceSource, options: WorkspaceOptions = {}): Workspace {
  // A Web API would take `on` for a method of Slack's.
  if (typeof slack !== 'object') refuseOption('slack', 'a live client');
  const { clock = systemClock, fetchUnknown = false, forgetLeft = false, parity = false } = options;
  const history = checkNumber(refuseOption, 'history', options.history ?? 0, 0);
  const rules: Rules = { history, forgetLeft, parity };
  const reducer = createReducer(rules);
  const wants = readLoad(options.load, options.types);
  const state = createState();
  const emitter = createEmitter<WorkspaceEvents>(options.onListenerError);
  const calls = createSharedCalls();
  const finds = createFinds(state);
  const unavailable = new Map<string, SlackError>();
  let isStale = true;
  let isLoading = false;
  let filledFrom: RtmStartAnswer | undefined;
  /** How often something has been missed. */
  let gaps = 0;

  function tell(changes: readonly WorkspaceChange[]): void {
    for (const change of changes) emitter.emit('change', change);
    if (!fetchUnknown) return;
    for (const { how, id } of changes) if (how === 'added' && state.stubs.has(id)) fetchStub(id);
  }

  function write(change: (draft: Draft) => void): void {
    const told: WorkspaceChange[] = [];
    change({ state, rules, now: clock.now(), tell: (each) => told.push(each) });
    tell(told);
  }

  const lookups = createLookups({
    web: slack.web,
    state,
    finds,
    calls,
    listsUsers: wants.users !== false,
    write,
  });

  /** A stub that cannot be filled stays one. */
  function fetchStub(id: string): void {
    const found = state.users.has(id)
      ? lookups.getUser(id)
      : state.bots.has(id)
        ? lookups.getBot(id)
        : state.conversations.has(id)
          ? lookups.getConversation(id)
          : undefined;
    found?.catch(() => undefined);
  }

  /** The client knows who I am, and where, from its first connection on. */
  function introduce(): void {
    state.me ??= slack.self;
    if (state.team === undefined) state.team = slack.team;
  }

  function fill(answer: RtmStartAnswer): void {
    clear();
    write((draft) => {
      seed(draft, answer);
    });
  }

  /** Where the connection was answered with all that there is, that is as good as loaded, and newer than what was. */
  function fillFromWelcome(): void {
    const { welcome } = slack;
    if (welcome === filledFrom || welcome === undefined || !isLong(welcome)) return;
    fill(welcome);
    filledFrom = welcome;
  }

  async function loadAll(signal: AbortSignal): Promise<void> {
    isLoading = true;
    try {
      let missed: number;
      do {
        missed = gaps;
        introduce();
        fillFromWelcome();
        const isFilled = filledFrom !== undefined && filledFrom === slack.welcome;
        const before = snapshotOf(state);
        const loaded = await gather({
          web: slack.web,
          wants: isFilled ? { ...wants, users: false, conversations: false, team: false } : wants,
          knowsMe: state.me !== undefined,
          knownUsers: () => state.users.values(),
          signal,
          onProgress: (progress) => {
            emitter.emit('load', progress);
          },
        });
        signal.throwIfAborted();
        mergeLoaded(state, loaded, before);
        unavailable.clear();
        for (const [piece, error] of loaded.unavailable) unavailable.set(piece, error);
        // What was missed while it was loading may be missing from it.
      } while (missed !== gaps);
      isStale = false;
    } finally {
      isLoading = false;
    }
  }

  const load: Workspace['load'] = ({ signal } = {}) => calls.once('everything', signal, loadAll);

  /** A failure leaves it as stale or outdated as it was. */
  function reload(): void {
    load().catch(() => undefined);
  }

  function apply(event: SlackFrame): void {
    introduce();
    if (event.type === 'hello') fillFromWelcome();
    tell(reducer.apply(state, event, clock.now()));
    if (event.type === 'emoji_changed' && wants.emoji && state.outdated.has('emoji') && !isStale) reload();
  }

  function missSomething(): void {
    gaps += 1;
    const wasLoaded = !isLoading && !isStale;
    isStale = true;
    state.members.clear();
    state.messages.clear();
    // Nothing else is dropped before there is something better.
    if (wasLoaded) reload();
  }

  function clear(): void {
    clearState(state);
    filledFrom = undefined;
    unavailable.clear();
    isStale = true;
    introduce();
  }

  function close(): void {
    for (const off of offs) off();
    calls.end(slackError('closed', 'CLOSED', 'the workspace was closed'));
  }

  const offs = [
    ...reducer.types.map((type) => slack.on(type as 'unknown type', apply)),
    slack.on('gap', missSomething),
    slack.on('state', ({ to }) => (to === 'closed' ? close() : undefined)),
  ];
  introduce();

  const { users, bots, conversations, views, usergroups, emoji, presence, dnd, prefs, stubs, outdated } =
    state;
  return {
    get me() {
      return state.me ?? slack.self;
    },
    get team() {
      return state.team ?? slack.team;
    },
    users,
    bots,
    conversations,
    ...views,
    usergroups,
    emoji,
    presence,
    dnd,
    prefs,
    stubs,
    outdated,
    unavailable,
    get isStale() {
      return isStale;
    },
    members: (id) => state.members.get(id),
    messages: (id) => state.messages.get(id) ?? [],
    typing: (id) => typingIn(state, id, clock.now()),
    ...finds,
    ...lookups,
    load,
    seedFrom(answer) {
      fill(answer);
      isStale = false;
    },
    clear,
    on: (type, listener, given) => emitter.on(type, listener, given),
    close,
    [Symbol.dispose]: close,
  };
}
