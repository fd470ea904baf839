import type { Clock } from '../frame/index.js';
import type { Examples } from './methods/examples.js';
import type { Ids } from './ids.js';
import type { OAuth } from './oauth/oauth.js';
import type { Sightings } from './inspection/sightings.js';
import type { Connection } from './rtm/connection.js';
import type { Hub } from './rtm/hub.js';
import type { Link } from './socket-mode/link.js';
import type { LinkHub } from './socket-mode/link-hub.js';
import type { FrameLog } from './sockets/frame-log.js';
import type { DomainEvent } from './state/events.js';
import type { Triggers } from './state/triggers.js';
import type { Store } from './state/store.js';
import type { SlackSwitches } from './switches.js';
import type { TimestampSource, TimestampStyle } from './timestamps.js';
import type { Cursors } from './wire/cursors.js';

/** What the parts of the emulator share. */
export interface Service {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly store: Store;
  readonly timestamps: TimestampSource;
  readonly tsStyle: TimestampStyle;
  readonly switches: SlackSwitches;
  /** RTM. */
  readonly hub: Hub;
  /** Socket Mode. */
  readonly links: LinkHub;
  /** What went over sockets, both ways. */
  readonly frames: FrameLog;
  /** Sockets as they are opened. */
  readonly opened: Sightings<Connection | Link>;
  readonly triggers: Triggers;
  readonly examples: Examples;
  readonly oauth: OAuth;
  readonly cursors: Cursors;
  /** Where this emulator is reached, without a slash at the end. */
  readonly url: () => string;
  /** Tells everybody concerned that something happened. */
  readonly publish: (event: DomainEvent) => void;
}
