import type { Conversation } from '../types/conversation.js';
import type { Wants } from './load-options.js';
import { isNotForMe, type Loader } from './loader.js';

/** What was loaded of conversations. */
export interface LoadedConversations {
  /** Those that I am in, and of which kinds these are. */
  readonly mine: readonly Conversation[] | undefined;
  readonly mineTypes: readonly string[];
  /** All public ones. */
  readonly everyChannel: readonly Conversation[] | undefined;
}

export async function loadConversations(loader: Loader, wants: Wants): Promise<LoadedConversations> {
  if (wants.conversations === false) return { mine: undefined, mineTypes: [], everyChannel: undefined };
  const { mine, mineTypes } = await loadMine(loader, wants.types);
  const wantsAll = wants.conversations === 'all' && wants.types.includes('public_channel');
  const args = { types: 'public_channel', limit: 1000 };
  const everyChannel = wantsAll
    ? await loader.piece('public_channel', () =>
        loader.list<Conversation>('conversations', 'conversations.list', args, 'channels', mine.length),
      )
    : undefined;
  const ids = new Set([...mine, ...(everyChannel ?? [])].map(({ id }) => id));
  loader.tell({ what: 'conversations', count: ids.size, done: true });
  return { mine, mineTypes, everyChannel };
}

/** One kind that the token may not see spoils the whole call; then each is asked for by itself. */
async function loadMine(
  loader: Loader,
  types: readonly string[],
): Promise<{ readonly mine: Conversation[]; readonly mineTypes: readonly string[] }> {
  const ask = (some: readonly string[], before: number): Promise<Conversation[]> => {
    const args = { types: some, exclude_archived: true };
    return loader.list<Conversation>('conversations', 'users.conversations', args, 'channels', before);
  };
  try {
    return { mine: await ask(types, 0), mineTypes: types };
  } catch (error) {
    if (!isNotForMe(error)) throw error;
  }
  const mine: Conversation[] = [];
  const mineTypes: string[] = [];
  for (const type of types) {
    const some = await loader.piece(type, () => ask([type], mine.length));
    if (some === undefined) continue;
    mine.push(...some);
    mineTypes.push(type);
  }
  return { mine, mineTypes };
}
