/** In what portions a list is read. */
export interface PageSize {
  /** How many items come with one call: 1 to 100. Default 25. */
  readonly pageSize?: number | undefined;
}

/**
 * From where on a list is read. `after` and `before` are ids of 24 characters, which exclude each other and what they
 * name. With `before` the list is read back: the items come in reverse, while each of its pages is as the service sends it.
 */
export type PageCursor =
  | { readonly after?: string | undefined; readonly before?: undefined }
  | { readonly before?: string | undefined; readonly after?: undefined };

/** From where on, and in what portions. */
export type PageOptions = PageSize & PageCursor;

/** What a page tells about the others. */
export interface Meta {
  /** Whether there is more in the direction of reading. */
  readonly hasMore?: boolean;
  readonly afterCursor?: string;
  readonly beforeCursor?: string;
}

/** Addresses of the pages beside a page. */
export interface PageLinks {
  readonly prev?: string | null;
  readonly next?: string | null;
}

/** One page of a list: its items by their name, and what there is to know about others. */
export type Page<Name extends string, Item> = { readonly [Each in Name]: readonly Item[] } & {
  readonly meta?: Meta;
  readonly links?: PageLinks;
};
