import type { Clock } from '@x/http-core';
import { createPacers, type Pace, type Pacers } from './channel-pacers.js';
import { createLane, type Lane } from './lane.js';
import type { Pacer } from './pacer.js';
import { paceOf, partPaces, ratePerMinute } from './rates.js';
import { createSlots } from './slots.js';

/** How many lanes are remembered before those that nobody uses are forgotten. */
const rememberedLimit = 1000;

/** One call on its way to Slack, however often it is sent. */
export interface Turn {
  /** The channel, where Slack counts by channels. */
  readonly channel: string | undefined;
  /** Waits until it may be sent, and resolves with what tells that its answer is there. */
  enter(signal: AbortSignal): Promise<() => void>;
  /** Slack said that there were too many like it; it comes again before those after it. */
  freeze(ms: number): void;
  /** It is over. */
  leave(): void;
}

/** Keeps calls at the pace that Slack allows: by the token and the method, and posts by their channel, too. */
export interface Limiter {
  turn(method: string, token: string, args: object): Turn;
}

/** What a limiter is told. */
export interface LimiterOptions {
  readonly clock: Clock;
  /** The pace of the channels, which others share. */
  readonly channels: Pacers;
  /** Whether calls wait before Slack says that they are too many. */
  readonly paced: boolean;
  /** The longest pause that is waited for, in milliseconds. */
  readonly patienceMs: number;
  /** How many calls may be on their way at once. */
  readonly maxConcurrent: number;
  /** The error of a call that would have to wait longer. */
  readonly refusal: (method: string, frozenMs: number) => Error;
}

/** Makes a limiter. */
export function createLimiter(options: LimiterOptions): Limiter {
  const { clock, channels, paced, patienceMs, maxConcurrent, refusal } = options;
  const slots = createSlots(maxConcurrent);
  const lanes = new Map<string, Lane>();
  /** By method; each has a pacer for each token. */
  const paces = new Map<string, Pacers>();
  let lastTicket = 0;

  function pacersOf(method: string, token: string, part: string | undefined): readonly Pacer[] {
    if (!paced) return [];
    const pacers = (key: string, pace: Pace): Pacers => remember(paces, key, () => createPacers(clock, pace));
    const whole = pacers(method, paceOf(ratePerMinute(method)))(token);
    const given = partPaces[method];
    if (given === undefined || part === undefined) return [whole];
    const own = pacers(`${method} ${given.argument}`, given.pace)(`${token} ${part}`);
    return given.argument === 'channel' ? [own, whole, channels(part)] : [own, whole];
  }

  function laneOf(method: string, token: string, part: string | undefined): Lane {
    if (lanes.size > rememberedLimit) {
      for (const [key, lane] of lanes) if (lane.isIdle()) lanes.delete(key);
    }
    return remember(lanes, [method, token, part].join(' '), () =>
      createLane({
        clock,
        pacers: pacersOf(method, token, part),
        patienceMs,
        refusal: (frozenMs) => refusal(method, frozenMs),
      }),
    );
  }

  return {
    turn(method, token, args) {
      const argument = partPaces[method]?.argument;
      const value = argument === undefined ? undefined : (args as Record<string, unknown>)[argument];
      const part = argument === undefined ? undefined : textOf(value);
      const lane = laneOf(method, token, part);
      const ticket = (lastTicket += 1);
      return {
        channel: argument === 'channel' ? part : undefined,
        async enter(signal) {
          for (;;) {
            await lane.enter(ticket, signal);
            const leave = await slots(signal);
            // While it waited for a place, Slack may have said that there were too many.
            if (lane.frozenMs() === 0) return leave;
            leave();
          }
        },
        freeze(ms) {
          lane.freeze(ms, ticket);
        },
        leave() {
          lane.leave(ticket);
        },
      };
    },
  };
}

function remember<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}

/** What calls are told apart by: a token, a channel. Anything but a text is refused elsewhere. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
