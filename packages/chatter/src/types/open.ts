/** Values that are documented, for completion; others may come, and are kept. */
export type Open<Known extends string> = Known | (string & {});

/**
 * A value that is not documented where the documented ones tell things apart. It is a text like any other; as a type of
 * its own it lets `segment.type === 'Mention'` leave mentions only.
 */
export declare enum OtherValue {
  /** Not a value of the service: without a member this would be an enumeration of numbers. */
  Any = '…',
}
