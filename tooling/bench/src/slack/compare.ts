import { join } from 'node:path';
import { bundle } from '@x/checks/bundle';
import { findNode } from '@x/checks/node-binary';
import { measureImports } from '../imports.js';
import { asMarkdown, paragraph } from '../markdown.js';
import { peersFolder, versionOf } from '../peers.js';
import type { Amount, Heard } from '../programs/hearing.js';
import type { CallSamples } from '../programs/in-turns.js';
import { runProgram, startProgram } from '../programs.js';
import { callRows, heapOf, rowOf } from '../rows.js';
import { summarize } from '../statistics.js';
import { kilobytes, microseconds, milliseconds, spread, thousands } from '../units.js';
import {
  callers,
  methods,
  rtmListeners,
  senders,
  socketListeners,
  type Caller,
  type CallTask,
  type ListenTask,
  type Place,
  type SendTask,
  type Sent,
  type Served,
  type ServerTask,
} from './task.js';

const rounds = 7;
const amount: Amount = { warmUps: 20_000, events: 200_000, weighs: false };
const long: Amount = { warmUps: 20_000, events: 1_000_000, weighs: true };

/** `@x/slack-rtm` beside what it is made of and Slack's own packages, in Markdown. */
export async function compareSlack(): Promise<string> {
  const node = await findNode('24');
  const server = startProgram('slack/slack-server', node.path);
  try {
    const task: ServerTask = { events: long.events + long.warmUps };
    const { url, bytes } = await server.ask<Served>(task);
    const place: Place = { url, peers: join(peersFolder, 'package.json') };
    const hear = (given: ListenTask): Promise<Heard> => runProgram('slack/listen', node.path, given);

    const rtm = await inRounds(rtmListeners, (listener) => hear({ place, way: 'rtm', listener, ...amount }));
    const socket = await inRounds(socketListeners, (listener) =>
      hear({ place, way: 'socket', listener, ...amount }),
    );
    const rtmHeap = await hear({ place, way: 'rtm', listener: '@x/slack-rtm', ...long });
    const socketHeap = await hear({ place, way: 'socket', listener: '@x/slack-rtm', ...long });
    const { rate, ready } = await runProgram<Sent>('slack/send', node.path, {
      place,
      atOnce: 100,
      messages: 10_000,
      rounds,
    } satisfies SendTask);
    const calls = await runProgram<CallSamples<Caller>>('slack/calls', node.path, {
      place,
      atOnce: [1, 100],
      calls: 200,
      rounds: 15,
      warmUps: 3,
    } satisfies CallTask);
    const imports = await measureImports(
      node.path,
      [
        { specifier: '@x/slack-rtm' },
        { specifier: '@slack/rtm-api', from: place.peers },
        { specifier: '@slack/socket-mode', from: place.peers },
        { specifier: '@slack/web-api', from: place.peers },
      ],
      15,
    );
    const sizes = methods.map((method) => `\`${method}\` (${kilobytes(bytes[method])})`).join(' and ');
    return [
      paragraph(`Measured by \`pnpm bench slack-rtm\` on Node.js ${node.version.slice(1)}: medians of interleaved rounds,
        with quartiles. The first column of numbers is what the others are measured by. Slack's packages are rtm-api
        ${versionOf('@slack/rtm-api')}, socket-mode ${versionOf('@slack/socket-mode')} and web-api
        ${versionOf('@slack/web-api')}. Events are messages, one a frame, written by a server in a process of its own that
        has them ready; what comes by Socket Mode is acknowledged. Messages are sent a hundred at a time, with nothing
        slowing them down. Calls are ${sizes}.`),
      asMarkdown({
        head: ['RTM, from the socket to a listener', ...rtmListeners],
        rows: [
          rowOf('events a second', rtmListeners, (name) => rtm[name].map((heard) => heard.rate), thousands),
          rowOf('processor time an event', rtmListeners, (name) => rtm[name].map(costOf), microseconds),
          rowOf('sent and acknowledged a second', senders, (name) => rate[name], thousands),
          rowOf('from nothing to the greeting', senders, (name) => ready[name], milliseconds),
        ],
      }),
      asMarkdown({
        head: ['Socket Mode, from the socket to a listener', ...socketListeners],
        rows: [
          rowOf(
            'events a second',
            socketListeners,
            (name) => socket[name].map((heard) => heard.rate),
            thousands,
          ),
          rowOf('processor time an event', socketListeners, (name) => socket[name].map(costOf), microseconds),
        ],
      }),
      asMarkdown({
        head: ['Web API', ...callers],
        rows: [
          ...callRows('time', callers, calls.time, microseconds),
          ...callRows('heap', callers, calls.allocations, kilobytes),
        ],
      }),
      asMarkdown({
        head: ['', '@x/slack-rtm', 'rtm-api', 'socket-mode', 'web-api'],
        rows: [
          ['import in Node.js', ...imports.map((series) => spread(summarize(series), milliseconds))],
          [`heap after each tenth of ${long.events.toLocaleString('en')} events, RTM`, heapOf(rtmHeap)],
          ['the same, Socket Mode', heapOf(socketHeap)],
          ['bundle of createSlackRtm for a page, all in one, gzip', kilobytes(await weigh('createSlackRtm'))],
          ['bundle of createSlackWeb', kilobytes(await weigh('createSlackWeb'))],
        ],
      }),
    ].join('\n\n');
  } finally {
    server.end();
  }
}

const costOf = ({ cost }: Heard): number => cost;

/** Each in a process of its own, in turns: none leaves anything behind for the next. */
async function inRounds<Name extends string>(
  names: readonly Name[],
  measure: (name: Name) => Promise<Heard>,
): Promise<Record<Name, Heard[]>> {
  const heard = Object.fromEntries(names.map((name) => [name, [] as Heard[]])) as Record<Name, Heard[]>;
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) heard[name].push(await measure(name));
  }
  return heard;
}

async function weigh(name: string): Promise<number> {
  const source = `export { ${name} } from '@x/slack-rtm';\n`;
  const { gzipped } = await bundle(source, { folder: join(import.meta.dirname, '..'), platform: 'browser' });
  return gzipped;
}
