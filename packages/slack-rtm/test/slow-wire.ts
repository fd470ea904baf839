import type { ManualClock } from '@x/emulators';
import { sleep } from '@x/http-core';
import { WebSocket } from 'ws';
import type { SlackRtmOptions } from '../src/index.js';
import { breath } from './time.js';

type WebSocketLike = ReturnType<NonNullable<SlackRtmOptions['webSocket']>>;

/** The way between a client and Slack, on which everything takes as long as it is told to, by the clock and in order. */
export interface SlowWire extends Required<Pick<SlackRtmOptions, 'webSocket' | 'fetch'>> {
  /** How long, in milliseconds: the next frame of a connection, counted from 1; a call on its way there, and its answer. */
  readonly delays: {
    frame: (connection: number) => number;
    call: () => number;
    answer: () => number;
  };
  /** Waits until what was asked is answered as far as the clock goes. */
  settle(): Promise<void>;
}

/** Makes one, which takes no time at first. */
export function createSlowWire(clock: ManualClock): SlowWire {
  const delays: SlowWire['delays'] = { frame: () => 0, call: () => 0, answer: () => 0 };
  let opened = 0;
  /** Calls that are with Slack, and sockets that are not open yet. */
  let open = 0;

  function webSocket(url: string): WebSocketLike {
    const made = new WebSocket(url);
    const connection = (opened += 1);
    let arrivesAt = 0;
    let isOpening = true;
    open += 1;
    const answered = (): void => {
      if (isOpening) open -= 1;
      isOpening = false;
    };
    for (const type of ['message', 'close', 'error'] as const) made.once(type, answered);
    const late = (arrive: () => void): void => {
      arrivesAt = Math.max(arrivesAt, clock.now() + delays.frame(connection));
      clock.after(arrivesAt - clock.now(), arrive);
    };
    return {
      binaryType: 'arraybuffer',
      get bufferedAmount() {
        return made.bufferedAmount;
      },
      send: (text) => {
        made.send(text);
      },
      close: (code) => {
        made.close(code);
      },
      terminate: () => {
        made.terminate();
      },
      addEventListener(type: string, listener: (event: never) => void) {
        made.addEventListener(type as 'message', (event) => {
          const tell = (): void => {
            listener(event as never);
          };
          if (type === 'message' || type === 'close') late(tell);
          else tell();
        });
      },
    };
  }

  return {
    delays,
    webSocket,
    async fetch(input, init) {
      const request = new Request(input, init);
      await sleep(delays.call(), request.signal, clock);
      open += 1;
      const answer = await fetch(request).finally(() => (open -= 1));
      const body = await answer.arrayBuffer();
      await sleep(delays.answer(), request.signal, clock);
      return new Response(body, answer);
    },
    async settle() {
      for (let turn = 0; turn < 6; turn += 1) await breath();
      for (let turn = 0; turn < 2000; turn += 1) {
        if (open === 0) return;
        await new Promise((resolve) => {
          setTimeout(resolve, 1);
        });
      }
    },
  };
}
