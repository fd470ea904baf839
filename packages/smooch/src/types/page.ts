/** Where a list begins, and how many items each of its pages has. */
export interface PageOptions {
  /** Items a page, at most 100. Default 25. */
  readonly limit?: number | undefined;
  /** How many items are left out before the first. Default 0. */
  readonly offset?: number | undefined;
}

/** What the service says of a page of a list. */
export interface PageFacts {
  readonly hasMore?: boolean;
  readonly offset?: number;
}
