import type { Clock } from '@x/http-core';
import type { ChatHttp } from '../http.js';
import type { Ending } from '../ending.js';
import type { PostHabits } from '../habits.js';
import type { Schedule } from '../schedule.js';
import type * as Sending from '../sending.js';
import type { Live } from '../live/live.js';
import type { AskUserInfo } from '../user-info.js';
import type { IdentityMap } from './identity-map.js';
import type { Message } from './message.js';
import type { Room } from './room.js';
import type { User } from './user.js';

/** What the objects of one client share. */
export interface Context {
  readonly http: ChatHttp;
  readonly schedule: Schedule;
  /** What changes something is loaded with the first change; the same promise each time keeps the order of the calls. */
  sending(): Promise<typeof Sending>;
  readonly live: Live;
  readonly clock: Clock;
  readonly ending: Ending;
  readonly rooms: IdentityMap<Room>;
  readonly messages: IdentityMap<Message>;
  readonly users: IdentityMap<User>;
  readonly habits: PostHabits;
  readonly userInfo: AskUserInfo;
  /** The site where a room belongs whose maker does not say. */
  readonly site: string;
  /** The newest message that this client has sent and the service has acknowledged. */
  readonly posted: { newestId: number };
  /** The address of a room's page, or of the chat, for the `Referer`: the service insists on it. */
  roomAddress(roomId?: number): string;
  /** Who is logged in; logs in if need be. The signal ends the wait, and not the login: others may wait for it, too. */
  me(signal?: AbortSignal): Promise<User>;
  /** Rejects when the client is closed. */
  assertOpen(): void;
}
