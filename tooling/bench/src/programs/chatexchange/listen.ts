// Hears the events of a room, and says what that took.
import { createChatExchange } from '@x/chatexchange';
import { WebSocket } from 'ws';
import type { Heard, Listener, ListenTask, Place } from '../../chatexchange/task.js';
import { logInPeer } from './peer.js';

process.once('message', (task: ListenTask) => {
  void measure(task).then((heard) => process.send?.(heard, () => process.exit()));
});

/** Calls back for each event that arrives. */
type Listen = (place: Place, peers: string, onEvent: () => void) => Promise<void>;

const listen: Readonly<Record<Listener, Listen>> = {
  async ws({ url, roomId }, _peers, onEvent) {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/events/${roomId}/x?l=0`, {
      origin: url,
      perMessageDeflate: false,
    });
    socket.on('message', (data: Buffer) => {
      const frame = JSON.parse(data.toString()) as Record<string, { readonly e?: readonly object[] }>;
      for (const { e = [] } of Object.values(frame)) e.forEach(onEvent);
    });
    await new Promise((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
  },
  '@x/chatexchange': async ({ url, roomId }, _peers, onEvent) => {
    const room = createChatExchange({ chatRoot: url }).getRoom(roomId);
    room.watch((event) => {
      if (event.type === 'message') onEvent();
    });
    await room.join();
  },
  async chatexchange(place, peers, onEvent) {
    const client = await logInPeer(place, peers);
    const room = client.getRoom(place.roomId);
    room.on('message', ({ eventType }) => {
      if (eventType === 1) onEvent();
    });
    await client.joinRoom(room);
    await room.watch();
  },
};

async function measure({ place, listener, peers, warmUps, events, weighs }: ListenTask): Promise<Heard> {
  let count = 0;
  let began = 0;
  let used = process.cpuUsage();
  const heap: number[] = [];
  let onEvent = (): void => undefined;
  const hearing = new Promise<Heard>((resolve) => {
    onEvent = () => {
      count += 1;
      if (count === warmUps) {
        began = performance.now();
        used = process.cpuUsage();
      } else if (weighs && count > warmUps && (count - warmUps) % (events / 10) === 0) {
        globalThis.gc?.();
        heap.push(process.memoryUsage().heapUsed / 1e6);
      }
      if (count === warmUps + events) {
        const { user, system } = process.cpuUsage(used);
        const seconds = (performance.now() - began) / 1000;
        resolve({ rate: events / seconds, cost: (user + system) / events, heap });
      }
    };
  });
  await listen[listener](place, peers, () => {
    onEvent();
  });
  return hearing;
}
