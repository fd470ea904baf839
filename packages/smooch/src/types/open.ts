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

/** Data of your own on a user, a message or an action: flat, at most 4,096 bytes as JSON. */
export type Metadata = Readonly<Record<string, string | number | boolean>>;

/** What changes in metadata: `null` takes a key away, what is not named stays. */
export type MetadataChange = Readonly<Record<string, string | number | boolean | null>>;
