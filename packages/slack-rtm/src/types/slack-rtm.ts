import type { SlackLive } from './slack-live.js';

/** A live client of RTM. */
export interface SlackRtm extends SlackLive {}
