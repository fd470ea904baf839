// Hears the events of a room, and says what that took.
import { createChatExchange } from '@x/chatexchange';
import { WebSocket } from 'ws';
import type { Listener, ListenTask, Place } from '../../chatexchange/task.js';
import { measureHearing } from '../hearing.js';
import { logInPeer } from './peer.js';

process.once('message', ({ place, listener, peers, ...amount }: ListenTask) => {
  const heard = measureHearing(amount, (onEvent) => listen[listener](place, peers, onEvent));
  void heard.then((measured) => process.send?.(measured, () => process.exit()));
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
