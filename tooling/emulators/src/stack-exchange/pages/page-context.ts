import type { ResolvedOptions } from '../options.js';
import type { ChatServer } from '../state/chat-server.js';
import type { User } from '../state/model.js';

/** What every page of a chat server shows of its reader and of itself. */
export interface PageContext {
  readonly server: ChatServer;
  readonly options: ResolvedOptions;
  /** Who reads; undefined for an anonymous visitor. */
  readonly reader: User | undefined;
  readonly fkey: string;
  readonly now: number;
  /** Root of the site where one logs in, without a slash at the end. */
  readonly loginRoot: string;
  /** Whether this chat server is its own login site, so that its pages stand for those of both. */
  readonly isLoginSite: boolean;
  /** `/rooms/1`: where the reader comes back to after a login. */
  readonly path: string;
}
