// Calls methods by each contender in turn, and says what every round took.
import { createSlackWeb } from '@x/slack-rtm';
import { methods, type Caller, type CallTask, type MethodName, type Place } from '../../slack/task.js';
import { joinSamples, measureInTurns, type Call, type CallSamples } from '../in-turns.js';
import { quiet, slackPackage } from './peers.js';

process.once('message', (task: CallTask) => {
  void measure(task).then((samples) => process.send?.(samples));
});

async function measure({ place, ...turns }: CallTask): Promise<CallSamples<Caller>> {
  const all: CallSamples<Caller>[] = [];
  for (const method of methods) all.push(await measureInTurns(method, callersOf(place, method), turns));
  return joinSamples(all);
}

/** The same call as everybody would write it. */
function callersOf(place: Place, method: MethodName): Record<Caller, Call> {
  const baseUrl = `${place.url}/echo/api`;
  const token = 'xoxb-bench';
  const user = { user: 'U1' };
  const page = { channel: 'C1', limit: 100 };

  const web = createSlackWeb({ token, baseUrl, rateLimit: 'retry', maxConcurrent: 1000 });
  const { WebClient } = slackPackage(place, '@slack/web-api');
  const theirs = new WebClient(token, {
    slackApiUrl: `${baseUrl}/`,
    logger: quiet,
    maxRequestConcurrency: 1000,
  });
  const isPage = method === 'conversations.history';
  const body = isPage ? 'channel=C1&limit=100' : 'user=U1';

  return {
    fetch: async () => {
      const answer = await fetch(`${baseUrl}/${method}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
        body,
      });
      return answer.json();
    },
    '@x/slack-rtm': () => (isPage ? web.conversations.history(page) : web.users.info(user)),
    '@slack/web-api': () => (isPage ? theirs.conversations.history(page) : theirs.users.info(user)),
  };
}
