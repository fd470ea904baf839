import type { Open } from './open.js';

/** Whatever is got can be made smaller. */
export type Trimming = {
  /** Each property belongs to a size, and a size holds the smaller ones. */
  readonly filterGroup?: Open<'Small' | 'Medium' | 'Big'> | undefined;
  /** The only properties to answer: paths with a leading slash, with `|` between them: `/id|/name`. */
  readonly include?: string | undefined;
  /** Properties to leave out, written alike. Not beside `include`. */
  readonly exclude?: string | undefined;
};
