// Connects and sends messages by each contender in turn, and says what every round took.
import { createSlackRtm } from '@x/slack-rtm';
import { WebSocket } from 'ws';
import { senders, type Place, type Sender, type SendTask, type Sent } from '../../slack/task.js';
import { quiet, slackPackage } from './peers.js';

process.once('message', (task: SendTask) => {
  void measure(task).then((sent) => process.send?.(sent, () => process.exit()));
});

/** One that is connected. */
interface Session {
  /** Resolves with the acknowledgement. */
  send(text: string): Promise<unknown>;
  close(): Promise<void> | void;
}

const channel = 'C0BENCH001';

/** One for each session: ours keeps to a budget of connects for a token. */
let tokens = 0;
const nextToken = (): string => `xoxb-bench-${(tokens += 1)}`;

const connect: Readonly<Record<Sender, (place: Place) => Promise<Session>>> = {
  ws: async ({ url }) => {
    const answer = await fetch(`${url}/echo/api/rtm.connect`, { method: 'POST' });
    const { url: address } = (await answer.json()) as { readonly url: string };
    const webSocket = new WebSocket(address, { perMessageDeflate: false });
    const waiting = new Map<number, (reply: object) => void>();
    let lastId = 0;
    await new Promise<void>((resolve) => {
      webSocket.on('message', (data: Buffer) => {
        const frame = JSON.parse(data.toString()) as { readonly type?: string; readonly reply_to?: number };
        if (frame.type === 'hello') resolve();
        const { reply_to: id = 0 } = frame;
        waiting.get(id)?.(frame);
        waiting.delete(id);
      });
    });
    return {
      send: (text) =>
        new Promise((resolve) => {
          lastId += 1;
          waiting.set(lastId, resolve);
          webSocket.send(JSON.stringify({ id: lastId, type: 'message', channel, text }));
        }),
      close: () => {
        webSocket.terminate();
      },
    };
  },
  '@x/slack-rtm': async ({ url }) => {
    const slack = createSlackRtm({ token: nextToken(), baseUrl: `${url}/echo/api`, paceSends: false });
    await slack.connect();
    return { send: (text) => slack.send(channel, text), close: () => slack.close() };
  },
  '@slack/rtm-api': async (place) => {
    const { RTMClient } = slackPackage(place, '@slack/rtm-api');
    const client = new RTMClient(nextToken(), {
      slackApiUrl: `${place.url}/echo/api/`,
      logger: quiet,
      autoReconnect: false,
    });
    const ready = new Promise<void>((resolve) => {
      client.on('ready', resolve);
    });
    await client.start();
    await ready;
    // Once something was acknowledged it throws when it loses its connection, so it is left open.
    return { send: (text) => client.sendMessage(text, channel), close: () => undefined };
  },
};

async function measure({ place, atOnce, messages, rounds }: SendTask): Promise<Sent> {
  const rate: Record<Sender, number[]> = { ws: [], '@x/slack-rtm': [], '@slack/rtm-api': [] };
  const ready: Record<Sender, number[]> = { ws: [], '@x/slack-rtm': [], '@slack/rtm-api': [] };
  for (let round = -1; round < rounds; round += 1) {
    for (const sender of senders) {
      const called = performance.now();
      const session = await connect[sender](place);
      const began = performance.now();
      for (let sent = 0; sent < messages; sent += atOnce) {
        await Promise.all(Array.from({ length: atOnce }, (_, index) => session.send(`Message ${index}`)));
      }
      const ended = performance.now();
      await session.close();
      if (round < 0) continue;
      ready[sender].push(began - called);
      rate[sender].push(messages / ((ended - began) / 1000));
    }
  }
  return { rate, ready };
}
