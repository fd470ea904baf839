// Finds messages in their transcript over the network, by each contender in turn, and says what every round took.
import { createChatExchange } from '@x/chatexchange';
import type { Finder, FindTask, Times } from '../../chatexchange/task.js';
import { logInPeer } from './peer.js';

process.once('message', (task: FindTask) => {
  void measure(task).then((times) => process.send?.(times, () => process.exit()));
});

async function measure({ place, peers, rounds }: FindTask): Promise<Times<Finder>> {
  const { url, messageIds, peerMessageIds } = place;
  const client = await logInPeer(place, peers);
  const room = client.getRoom(place.roomId);
  await client.joinRoom(room);
  const find: Readonly<Record<Finder, (index: number) => Promise<unknown>>> = {
    fetch: async (index) => (await fetch(`${url}/transcript/message/${messageIds[index]}`)).text(),
    // A client of its own each time: one that has read the page knows its other messages, too, and asks nothing.
    '@x/chatexchange': async (index) =>
      createChatExchange({ chatRoot: url }).getMessage(messageIds[index] ?? 0).content,
    chatexchange: (index) => client.getTranscript(peerMessageIds[index] ?? 0),
  };
  const times: Record<Finder, number[]> = { fetch: [], '@x/chatexchange': [], chatexchange: [] };
  const warmUps = 2;
  const messages = 10;
  for (let round = -warmUps; round < rounds; round += 1) {
    for (const [finder, ask] of Object.entries(find) as [Finder, (index: number) => Promise<unknown>][]) {
      const began = performance.now();
      for (let message = 0; message < messages; message += 1) await ask((round + warmUps + message) % 100);
      if (round >= 0) times[finder].push((performance.now() - began) / messages);
    }
  }
  return times;
}
