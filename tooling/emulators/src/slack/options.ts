import type { EmulatorOptions } from '../frame/index.js';
import type { SlackPreset } from './presets.js';
import type { SlackSwitches } from './switches.js';
import type { TimestampStyle } from './timestamps.js';
import type { SlackGrowth } from './world/grow-world.js';

export interface SlackEmulatorOptions extends EmulatorOptions {
  /** Sets some switches together; `switches` has the last word. Default: none. */
  readonly preset?: SlackPreset;
  /** How many requests, frames and deliveries each are remembered. Default 50,000. */
  readonly longestLog?: number;
  /**
   * A folder of documented answers, `<method>.success.json` each: methods that have no state here answer with their example
   * instead of `feature_not_enabled` or `unknown_method`. Default: none.
   */
  readonly exampleFallback?: string;
  /** What timestamps end with: microseconds, or the count of a second (`1355517523.000005`) as on old messages. Default `microseconds`. */
  readonly tsStyle?: TimestampStyle;
  /** Makes the workspace larger from the start. Can be done later by `control.seed`. Default: five people and a few channels. */
  readonly growth?: SlackGrowth;
  /** How the emulator deviates from its defaults from the start. Can be changed later by `control.configure`. */
  readonly switches?: Partial<SlackSwitches>;
}

/** What a client needs to talk to the emulator. */
export interface SlackCredentials {
  /** Where methods are called: `<apiUrl>auth.test`. */
  readonly apiUrl: string;
  /** Of a classic app, so that RTM works. */
  readonly botToken: string;
  /** A legacy token of a person, who like the bot is in `channelId`. RTM works. */
  readonly userToken: string;
  /** App-level, for Socket Mode. */
  readonly appToken: string;
  /** Of an app with granular scopes, for which `rtm.connect` is refused. */
  readonly granularBotToken: string;
  readonly teamId: string;
  readonly channelId: string;
  readonly channelName: string;
  /** A public channel that the bot is not in. */
  readonly otherChannelId: string;
  readonly userId: string;
  readonly userName: string;
  readonly botUserId: string;
  readonly botId: string;
}
