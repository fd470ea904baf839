// Posts a status and finds it in the news feed, as a program that has @x/chatter and nothing else.
import { env } from 'node:process';
import { createChatter, pages } from '@x/chatter';

let refreshes = 0;
const chatter = createChatter({
  ...JSON.parse(env.CONNECTION),
  onTokens: () => {
    refreshes += 1;
  },
});
const post = await chatter.feeds.news.me.feed_items.post({ text: 'Hello world!' });
const feed = await pages(chatter.feeds.news.me.feed_elements, { pageSize: 10 }).toArray(25);
const found = feed.some(({ id }) => id === post.id);
console.log(JSON.stringify({ text: post.body.text, found, refreshes }));
