/** Those who are compared. The first is what the others are measured by. */
export const contenders = ['fetch', '@x/chatter', 'jsforce'] as const;
export type Contender = (typeof contenders)[number];

/** What is called: something small, and a page of a feed. */
export const pageNames = ['users/me', 'feeds/news/me/feed-elements'] as const;
export type PageName = (typeof pageNames)[number];

/** How many calls are under way at the same time. */
export const crowds = [1, 100] as const;

/** What the program that measures is told. */
export interface CallsTask {
  readonly url: string;
  readonly version: string;
  readonly accessToken: string;
  /** The manifest of the folder in which other people's clients are installed. */
  readonly peers: string;
  readonly pages: readonly PageName[];
  readonly atOnce: readonly number[];
  /** Calls of a contender in a round: a multiple of each of `atOnce`. */
  readonly calls: number;
  readonly rounds: number;
  /** Rounds that do not count. */
  readonly warmUps: number;
}

/** What one round was for one contender. */
export interface Sample {
  readonly page: PageName;
  readonly atOnce: number;
  readonly contender: Contender;
  readonly value: number;
}

/** All rounds, in order. */
export interface CallSamples {
  /** Microseconds a call. */
  readonly time: Sample[];
  /** Bytes a call. */
  readonly allocations: Sample[];
}
