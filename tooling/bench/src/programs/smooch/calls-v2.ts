// Posts a message by v2 by each contender in turn, and says what every round took.
import { createSunshine, messages } from '@x/smooch/v2';
import type { Caller, CallTask } from '../../smooch/task.js';
import { measureInTurns, type Call } from '../in-turns.js';
import { smoochPeer } from './peers.js';

process.once('message', (task: CallTask) => {
  void measureInTurns('POST messages', callersOf(task), task).then((samples) => process.send?.(samples));
});

/** The same call as everybody would write it. */
function callersOf({ url, appId, conversationId, peers }: CallTask): Record<Caller, Call> {
  const key = { keyId: 'app_bench', secret: 'of the bench' };
  const message = {
    author: { type: 'business' },
    content: { type: 'text', text: 'Is it any good?' },
  } as const;

  const basic = Buffer.from(`${key.keyId}:${key.secret}`).toString('base64');
  const ours = messages(createSunshine({ ...key, appId, baseUrl: url }));
  const { ApiClient, MessagesApi } = smoochPeer(peers, 'sunshine-conversations-client');
  const client = new ApiClient();
  client.basePath = url;
  client.authentications.basicAuth.username = key.keyId;
  client.authentications.basicAuth.password = key.secret;
  const theirs = new MessagesApi(client);

  return {
    fetch: async () => {
      const answer = await fetch(`${url}/v2/apps/${appId}/conversations/${conversationId}/messages`, {
        method: 'POST',
        headers: { authorization: `Basic ${basic}`, 'content-type': 'application/json' },
        body: JSON.stringify(message),
      });
      if (!answer.ok) throw new Error(`fetch was answered ${answer.status}`);
      return answer.json();
    },
    '@x/smooch/v2': () => ours.post(conversationId, message),
    'sunshine-conversations-client': () => theirs.postMessage(appId, conversationId, message),
  };
}
