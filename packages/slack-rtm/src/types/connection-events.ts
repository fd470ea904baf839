import type { EventOf } from './event-base.js';
import type { OtherFields } from './open.js';

/** What the connection itself tells. Pongs, acknowledgements and `reconnect_url` are not passed on. */
export interface ConnectionEvents {
  hello: EventOf<'hello', { fast_reconnect?: boolean; region?: string; start?: boolean; host_id?: string }>;
  goodbye: EventOf<'goodbye'>;
  error: EventOf<
    'error',
    {
      error: OtherFields & {
        readonly code: number;
        readonly msg: string;
        readonly source?: string;
        readonly retry_after?: number;
      };
    }
  >;
  team_migration_started: EventOf<'team_migration_started'>;
  accounts_changed: EventOf<'accounts_changed'>;
}
