/** Values that are documented, for completion; others may come, and are kept. */
export type Open<Known extends string> = Known | (string & {});
