import type { Clock } from '../../frame/index.js';
import type { ResolvedOptions } from '../options.js';
import type { ChatServer } from '../state/chat-server.js';

/** Where and when something is done. */
export interface Scene {
  readonly clock: Clock;
  readonly options: ResolvedOptions;
  readonly server: ChatServer;
}
