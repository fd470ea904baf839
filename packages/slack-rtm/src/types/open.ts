/** One of the documented values, which editors complete; any other is possible as well. */
export type Open<Value extends string> = Value | (string & {});

declare const undocumented: unique symbol;

/**
 * A value that is documented nowhere. At run time it is a string like any other: compare it as `String(value)`. It has a
 * type of its own so that the documented values beside it narrow.
 */
export interface Undocumented {
  toString(): string;
  readonly [undocumented]: true;
}

/** Fields that are documented nowhere: they are kept, and typed by whoever reads them. */
export interface OtherFields {
  readonly [field: string]: unknown;
}
