import { isServiceError, type CallOptions } from '@x/http-core';
import { collect } from '../collect.js';
import { SlackError } from '../errors.js';
import type { SlackWeb } from '../web.js';
import { isId } from './state.js';

/** A part of what is loaded; of conversations, each kind by itself. */
export type WorkspacePiece =
  | 'team'
  | 'users'
  | 'public_channel'
  | 'private_channel'
  | 'mpim'
  | 'im'
  | 'usergroups'
  | 'emoji'
  | 'dnd';

/** How far loading has come. */
export interface WorkspaceProgress {
  readonly what: 'team' | 'users' | 'conversations' | 'usergroups' | 'emoji' | 'dnd';
  /** How many there are so far. */
  readonly count: number;
  /** Whether these are all. */
  readonly done: boolean;
}

/** What the parts of a loading have in common. */
export interface Loader {
  readonly web: SlackWeb;
  readonly call: CallOptions;
  /** What the token, or the workspace, does not get, and what Slack said to it. */
  readonly unavailable: ReadonlyMap<string, SlackError>;
  readonly tell: (progress: WorkspaceProgress) => void;
  /** Loads a part, which is left out where the token does not get it. */
  readonly piece: <Result>(name: string, load: () => Promise<Result>) => Promise<Result | undefined>;
  /** All items that stand in a field of a list's pages, with so many before them in what is told. */
  readonly list: <Item>(
    what: WorkspaceProgress['what'],
    method: string,
    args: ListArguments,
    field: string,
    before?: number,
  ) => Promise<Item[]>;
}

type ListArguments = Readonly<Record<string, string | number | boolean | readonly string[]>>;

export function createLoader(
  web: SlackWeb,
  call: CallOptions,
  tell: (progress: WorkspaceProgress) => void,
): Loader {
  const unavailable = new Map<string, SlackError>();
  return {
    web,
    call,
    unavailable,
    tell,
    async piece(name, load) {
      try {
        return await load();
      } catch (error) {
        if (!isNotForMe(error)) throw error;
        unavailable.set(name, error);
        return undefined;
      }
    },
    async list<Item>(
      what: WorkspaceProgress['what'],
      method: string,
      args: ListArguments,
      field: string,
      before = 0,
    ) {
      const items: Item[] = [];
      for await (const page of collect<Item>(web, method, args, call).pages()) {
        const found = page[field];
        // A page may be empty although others follow.
        if (Array.isArray(found)) items.push(...(found as Item[]).filter(hasId));
        tell({ what, count: before + items.length, done: false });
      }
      return items;
    },
  };
}

/** What has no id cannot be found again. */
function hasId(item: unknown): boolean {
  return isId((Object(item) as { readonly id?: unknown }).id);
}

/** Whether Slack has understood and declined: it will decline tomorrow, and the rest is of use without this. */
export function isNotForMe(error: unknown): error is SlackError {
  if (!(isServiceError(error) && error instanceof SlackError)) return false;
  return error.kind === 'refused' || error.code === 'not_allowed_token_type';
}
