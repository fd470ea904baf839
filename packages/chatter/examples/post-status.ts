// Posts a status and shows what is new in the feed.
// CHATTER_INSTANCE_URL, CHATTER_ACCESS_TOKEN and, to outlive the session, CHATTER_REFRESH_TOKEN and CHATTER_CLIENT_ID
// come from the environment; the words from the command line.
import { createChatter, isServiceError, pages } from '@x/chatter';

const {
  CHATTER_INSTANCE_URL: instanceUrl,
  CHATTER_ACCESS_TOKEN: accessToken,
  CHATTER_REFRESH_TOKEN: refreshToken,
  CHATTER_CLIENT_ID: clientId,
  CHATTER_CLIENT_SECRET: clientSecret,
} = process.env;

const text = process.argv.slice(2).join(' ') || 'Hello world!';

try {
  const chatter = createChatter({ instanceUrl, accessToken, refreshToken, clientId, clientSecret });
  const post = await chatter.feeds.news.me.feed_items.post({ text });
  console.log(`posted ${post.id}`);
  for (const element of await pages(chatter.feeds.news.me.feed_elements).toArray(5)) {
    const who = element.feedElementType === 'FeedItem' ? element.actor.name : element.feedElementType;
    console.log(`${who}: ${element.body.text ?? ''}`);
  }
} catch (error) {
  if (!isServiceError(error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
