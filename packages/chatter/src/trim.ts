import { refuse } from './refuse.js';

/** A property of an answer, or one inside of it: `/id`, `/body/text`. Members of a list go by their XML name. */
export type TrimPath<Answer = unknown> = `/${keyof Answer & string}` | (`/${string}` & {});

/** What is to be left of an answer. */
export type Trim<Answer = unknown> = {
  /** Properties come in three sizes, each with those of the sizes before it. */
  readonly filterGroup?: 'Small' | 'Medium' | 'Big' | undefined;
} & (
  | {
      /** Nothing but these; with `filterGroup`, these too. */
      readonly include?: readonly TrimPath<Answer>[] | undefined;
      readonly exclude?: undefined;
    }
  | {
      readonly include?: undefined;
      /** Everything but these; with `filterGroup`, none of these. */
      readonly exclude?: readonly TrimPath<Answer>[] | undefined;
    }
);

/** {@link Trim} as it stands in a query. */
export type TrimQuery = {
  readonly filterGroup?: string;
  readonly include?: string;
  readonly exclude?: string;
};

/**
 * The part of a query that says what of an answer is wanted: less to send, less to read. What is left out is absent from
 * the answer, whatever its type says.
 *
 * @throws `usage` / `INVALID_REQUEST` for `include` beside `exclude`, and for a path without a slash before it: the
 * service takes neither.
 * @example
 * ```ts
 * import { createChatter, pages, trim } from '@x/chatter';
 *
 * const chatter = createChatter({ instanceUrl: 'https://mydomain.my.salesforce.com', accessToken: '00D…' });
 * const me = await chatter.users.me(trim({ include: ['/id', '/name'] }));
 * const feed = pages(chatter.feeds.news.me.feed_elements, { pageSize: 100, ...trim({ filterGroup: 'Small' }) });
 * ```
 * @see https://developer.salesforce.com/docs/atlas.en-us.chatterapi.meta/chatterapi/intro_filtering.htm
 */
export function trim<Answer = unknown>({ filterGroup, include, exclude }: Trim<Answer>): TrimQuery {
  if (include && exclude) refuse('include and exclude do not go together');
  return {
    ...(filterGroup && { filterGroup }),
    ...(include && { include: joined(include) }),
    ...(exclude && { exclude: joined(exclude) }),
  };
}

function joined(paths: readonly string[]): string {
  if (paths.length === 0 || !paths.every((path) => /^(\/[^/|]+)+$/.test(path))) {
    refuse("paths of properties are like '/id' and '/body/text'");
  }
  return paths.join('|');
}
