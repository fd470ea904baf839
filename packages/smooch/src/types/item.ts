import type { Action, ActionContent } from './action.js';
import type { Open } from './open.js';

/** One card of a carousel, or one line of a list, to be posted. */
export interface ItemContent {
  /** At most 128 characters. */
  readonly title: string;
  /** At most 128 characters. */
  readonly description?: string | undefined;
  /** At most 2,048 characters. */
  readonly mediaUrl?: string | undefined;
  readonly mediaType?: string | undefined;
  /** At most 128 characters. */
  readonly altText?: string | undefined;
  /** How much room its picture takes in a list. */
  readonly size?: 'compact' | 'large' | undefined;
  /** 1 to 3. */
  readonly actions: readonly ActionContent[];
}

/** One card of a carousel, or one line of a list, as the service shows it. */
export interface Item {
  readonly _id?: string;
  readonly title: string;
  readonly description?: string;
  readonly mediaUrl?: string;
  readonly mediaType?: string;
  readonly altText?: string;
  readonly size?: Open<'compact' | 'large'>;
  readonly actions?: readonly Action[];
}
