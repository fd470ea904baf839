import type { Turns } from '../programs/in-turns.js';

/** Those who are compared. The first is what the others are measured by. */
export const contenders = ['fetch', '@x/chatter', 'jsforce'] as const;
export type Contender = (typeof contenders)[number];

/** What is called: something small, and a page of a feed. */
export const pageNames = ['users/me', 'feeds/news/me/feed-elements'] as const;
export type PageName = (typeof pageNames)[number];

/** How many calls are under way at the same time. */
export const crowds = [1, 100] as const;

/** What the program that measures is told. */
export interface CallsTask extends Turns {
  readonly url: string;
  readonly version: string;
  readonly accessToken: string;
  /** The manifest of the folder in which other people's clients are installed. */
  readonly peers: string;
  readonly pages: readonly PageName[];
}
