// Posts a message by v1.1 by each contender in turn, and says what every round took.
import { createSmooch } from '@x/smooch';
import { serviceToken } from '@x/smooch/jwt';
import type { CallTask, LegacyCaller } from '../../smooch/task.js';
import { measureInTurns, type Call } from '../in-turns.js';
import { smoochPeer } from './peers.js';

process.once('message', (task: CallTask) => {
  void callersOf(task)
    .then((callers) => measureInTurns('POST messages', callers, task))
    .then((samples) => process.send?.(samples));
});

/** The same call as everybody would write it. */
async function callersOf({ url, userId, peers }: CallTask): Promise<Record<LegacyCaller, Call>> {
  const key = { keyId: 'app_bench', secret: 'of the bench' };
  const text = 'Is it any good?';

  const token = await serviceToken(key.keyId, key.secret, { scope: 'app' });
  const smooch = createSmooch({ ...key, baseUrl: url });
  const SmoochCore = smoochPeer(peers, 'smooch-core');
  const theirs = new SmoochCore({ ...key, scope: 'app', serviceUrl: url });

  return {
    fetch: async () => {
      const answer = await fetch(`${url}/v1.1/appusers/${userId}/messages`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ role: 'appMaker', type: 'text', text }),
      });
      if (!answer.ok) throw new Error(`fetch was answered ${answer.status}`);
      return answer.json();
    },
    '@x/smooch': () => smooch.postMessage(userId, text, { sentByMaker: true }),
    'smooch-core': () => theirs.appUsers.sendMessage(userId, { role: 'appMaker', type: 'text', text }),
  };
}
