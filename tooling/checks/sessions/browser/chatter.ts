import { createChatter, pages } from '@x/chatter';
import { failureOf } from './outcome.js';

interface Connection {
  readonly instanceUrl: string;
  /** Of a session that has ended. */
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** An org that does not list the page, and a session of it that is alive. */
  readonly unlisted: { readonly instanceUrl: string; readonly accessToken: string };
}

/** Reads and posts from a page, by a session that has ended and comes back; and from one that the org does not list. */
export async function session({ unlisted, ...given }: Connection): Promise<object> {
  const { instanceUrl, accessToken, refreshToken, clientId } = given;
  const outside = await failureOf(() => createChatter({ ...unlisted, retries: 0 }).users.me());
  const secret = await failureOf(() => createChatter(given));
  const withoutRefresh = await failureOf(() => createChatter({ instanceUrl, accessToken }).users.me());
  const withoutSecret = await failureOf(() =>
    createChatter({ instanceUrl, accessToken, refreshToken, clientId }).users.me(),
  );

  let refreshes = 0;
  const chatter = createChatter({
    ...given,
    allowBrowserSecrets: true,
    onTokens: () => {
      refreshes += 1;
    },
  });
  const post = await chatter.feeds.news.me.feed_items.post({ text: 'Hello from a page' });
  const feed = await pages(chatter.feeds.news.me.feed_elements, { pageSize: 10 }).toArray(25);
  return {
    outside: outside.kind,
    hint: /Setup → CORS/.exec(outside.message)?.[0],
    secret: secret.kind,
    withoutRefresh: withoutRefresh.kind,
    withoutSecret: withoutSecret.code,
    text: post.body.text,
    found: feed.some(({ id }) => id === post.id),
    refreshes,
  };
}
