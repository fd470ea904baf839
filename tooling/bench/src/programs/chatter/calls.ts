// Calls a server by each contender in turn, and says what every round took.
import { createRequire } from 'node:module';
import { createChatter } from '@x/chatter';
import type { CallsTask, Contender, PageName } from '../../chatter/task.js';
import { joinSamples, measureInTurns, type Call, type CallSamples } from '../in-turns.js';
import type { Jsforce } from './jsforce.js';

process.once('message', (task: CallsTask) => {
  void measure(task).then((samples) => process.send?.(samples));
});

async function measure(task: CallsTask): Promise<CallSamples<Contender>> {
  const all: CallSamples<Contender>[] = [];
  for (const page of task.pages) all.push(await measureInTurns(page, contendersFor(task, page), task));
  return joinSamples(all);
}

/** The same call as everybody would write it. */
function contendersFor(
  { url, version, accessToken, peers }: CallsTask,
  page: PageName,
): Record<Contender, Call> {
  const address = `${url}/services/data/v${version}/chatter/${page}`;
  const headers = { authorization: `Bearer ${accessToken}`, accept: 'application/json' };

  const chatter = createChatter({ instanceUrl: url, accessToken, version });
  const chains: Record<PageName, Call> = {
    'users/me': () => chatter.users.me(),
    'feeds/news/me/feed-elements': () => chatter.feeds.news.me.feed_elements(),
  };

  const { Connection } = createRequire(peers)('jsforce') as Jsforce;
  // It would else make ten calls at once, and let the others wait.
  const connection = new Connection({ instanceUrl: url, accessToken, version, maxRequest: 1000 });

  return {
    fetch: async () => {
      const response = await fetch(address, { headers });
      if (!response.ok) throw new Error(`fetch was answered ${response.status}`);
      return response.json();
    },
    '@x/chatter': chains[page],
    jsforce: async () => connection.chatter.resource(`/${page}`).retrieve(),
  };
}
