import type { Clock } from '../frame/index.js';
import type { LiveHub } from './live/live-hub.js';
import type { ChatHost } from './network/sites.js';
import type { ResolvedOptions } from './options.js';
import type { Sessions } from './sessions/sessions.js';
import type { ChatServer } from './state/chat-server.js';
import type { Person } from './state/model.js';
import type { Pictures } from './state/pictures.js';
import type { Switches } from './switches.js';
import type { Throttle } from './throttle.js';

/** One chat server and what runs it. */
export interface RunningChat {
  readonly server: ChatServer;
  /** Holds back posts and edits. */
  readonly throttle: Throttle;
  /** Holds back stars, pins and flags. */
  readonly votes: Throttle;
  readonly live: LiveHub;
}

/** What the parts of the emulator share. */
export interface Service {
  readonly clock: Clock;
  readonly options: ResolvedOptions;
  readonly switches: Switches;
  readonly people: readonly Person[];
  readonly sessions: Sessions;
  readonly pictures: Pictures;
  readonly chats: Readonly<Record<ChatHost, RunningChat>>;
  /** Where this emulator is reached, without a slash at the end. */
  readonly url: () => string;
}
