// Hears events of RTM or Socket Mode, and says what that took.
import { createSlackRtm, createSlackSocket } from '@x/slack-rtm';
import { WebSocket } from 'ws';
import type { ListenTask, Place, RtmListener, SocketListener } from '../../slack/task.js';
import { measureHearing } from '../hearing.js';
import { quiet, slackPackage } from './peers.js';

process.once('message', (task: ListenTask) => {
  const listen: Listen = task.way === 'rtm' ? rtm[task.listener] : socket[task.listener];
  const heard = measureHearing(task, (onEvent) => listen(task.place, onEvent));
  void heard.then((measured) => process.send?.(measured, () => process.exit()));
});

/** Calls back for each event that arrives. */
type Listen = (place: Place, onEvent: () => void) => Promise<void>;

const baseUrlOf = ({ url }: Place): string => `${url}/flood/api`;

const rtm: Readonly<Record<RtmListener, Listen>> = {
  ws: async (place, onEvent) => {
    const webSocket = await open(place, 'rtm');
    webSocket.on('message', (data: Buffer) => {
      const frame = JSON.parse(data.toString()) as { readonly type: string };
      if (frame.type === 'message') onEvent();
    });
  },
  '@x/slack-rtm': async (place, onEvent) => {
    const slack = createSlackRtm({ token: 'xoxb-bench', baseUrl: baseUrlOf(place) });
    slack.on('message', onEvent);
    await slack.connect();
  },
  '@slack/rtm-api': async (place, onEvent) => {
    const { RTMClient } = slackPackage(place, '@slack/rtm-api');
    const client = new RTMClient('xoxb-bench', { slackApiUrl: `${baseUrlOf(place)}/`, logger: quiet });
    client.on('message', onEvent);
    await client.start();
  },
};

const socket: Readonly<Record<SocketListener, Listen>> = {
  ws: async (place, onEvent) => {
    const webSocket = await open(place, 'socket');
    webSocket.on('message', (data: Buffer) => {
      const { envelope_id: id } = JSON.parse(data.toString()) as { readonly envelope_id?: string };
      if (id === undefined) return;
      webSocket.send(JSON.stringify({ envelope_id: id }));
      onEvent();
    });
  },
  '@x/slack-rtm': async (place, onEvent) => {
    const slack = createSlackSocket({ appToken: 'xapp-bench', baseUrl: baseUrlOf(place) });
    slack.on('message', onEvent);
    await slack.connect();
  },
  '@slack/socket-mode': async (place, onEvent) => {
    const { SocketModeClient } = slackPackage(place, '@slack/socket-mode');
    const client = new SocketModeClient({
      appToken: 'xapp-bench',
      clientOptions: { slackApiUrl: `${baseUrlOf(place)}/` },
      // It takes the flood for silence.
      clientPingTimeout: 600_000,
      serverPingTimeout: 600_000,
      logger: quiet,
    });
    client.on('message', ({ ack }) => {
      void ack();
      onEvent();
    });
    await client.start();
  },
};

async function open({ url }: Place, way: 'rtm' | 'socket'): Promise<WebSocket> {
  const webSocket = new WebSocket(`${url.replace('http', 'ws')}/flood/${way}/1`, {
    perMessageDeflate: false,
  });
  await new Promise((resolve, reject) => {
    webSocket.once('open', resolve);
    webSocket.once('error', reject);
  });
  return webSocket;
}
