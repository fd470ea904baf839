// Prints what changes in the news of a user, as it changes; interrupt it to end it.
// CHATTER_INSTANCE_URL and CHATTER_ACCESS_TOKEN come from the environment; a token that an earlier run printed, from the
// command line.
import { createChatter, isServiceError, toText, updates } from '@x/chatter';

const { CHATTER_INSTANCE_URL: instanceUrl, CHATTER_ACCESS_TOKEN: accessToken } = process.env;
const [, , since] = process.argv;

const interrupted = new AbortController();
process.once('SIGINT', () => interrupted.abort());

try {
  const chatter = createChatter({ instanceUrl, accessToken });
  const news = updates(chatter.feeds.news.me.feed_elements, {
    since,
    signal: interrupted.signal,
    onPause: (_error, pauseMs) => console.error(`waiting for ${Math.round(pauseMs / 1000)} s`),
  });
  for await (const { header, body } of news) {
    console.log(`${toText(header)}: ${toText(body)}`);
    console.log(`  to go on from here: ${news.token ?? ''}`);
  }
} catch (error) {
  if (!interrupted.signal.aborted) {
    if (!isServiceError(error)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
