import { test } from 'vitest';
import { startOrg } from './org.js';
test('x', async () => {
  const org = await startOrg();
  await org.chatter('GET', 'feeds/news/me/feed-elements');
  const t = performance.now();
  for (let i = 0; i < 20; i += 1) await org.chatter('GET', 'feeds/news/me/feed-elements');
  const each = (performance.now() - t) / 20;
  const u = performance.now();
  for (let i = 0; i < 20; i += 1) await org.chatter('GET', 'groups');
  console.log('news', each, 'groups', (performance.now() - u) / 20);
  (await import('node:fs')).writeFileSync('/tmp/perf.txt', `news ${each} groups ${(performance.now() - u) / 20}\n`);
  await org.close();
});
