import { join } from 'node:path';
import { bundle } from '@x/checks/bundle';
import { findNode } from '@x/checks/node-binary';
import { measureImports } from '../imports.js';
import { asMarkdown, paragraph } from '../markdown.js';
import { peersFolder, versionOf } from '../peers.js';
import type { Heard } from '../programs/hearing.js';
import { runProgram, startProgram } from '../programs.js';
import { summarize } from '../statistics.js';
import { heapOf, rowOf } from '../rows.js';
import { kilobytes, microseconds, milliseconds, spread, thousands } from '../units.js';
import {
  finders,
  listeners,
  readers,
  type FindTask,
  type Listener,
  type ListenTask,
  type Place,
  type Reader,
  type ReadTask,
  type ServerTask,
  type Times,
  type Finder,
} from './task.js';

const rounds = 7;
const warmUps = 20_000;
const events = 200_000;
const manyEvents = 1_000_000;

/** `@x/chatexchange` beside what it is made of and the npm package of the same name, in Markdown. */
export async function compareChatExchange(): Promise<string> {
  const node = await findNode('24');
  const server = startProgram('chatexchange/chat-server', node.path);
  try {
    const place = await server.ask<Place>({ events: manyEvents + warmUps } satisfies ServerTask);
    const heard = await hearAll(node.path, place);
    const long = await hear(node.path, place, {
      listener: '@x/chatexchange',
      events: manyEvents,
      weighs: true,
    });
    const read = await runProgram<Times<Reader>>('chatexchange/read', node.path, {
      transcript: place.transcript,
      rounds: 15,
      pages: 20,
    } satisfies ReadTask);
    const found = await runProgram<Times<Finder>>('chatexchange/find', node.path, {
      place,
      peers: peersFolder,
      rounds: 15,
    } satisfies FindTask);
    const imports = await measureImports(
      node.path,
      [
        { specifier: '@x/chatexchange' },
        { specifier: 'chatexchange', from: join(peersFolder, 'package.json') },
      ],
      15,
    );
    return [
      paragraph(`Measured by \`pnpm bench chatexchange\` on Node.js ${node.version.slice(1)}: medians of interleaved rounds,
        with quartiles. The first column of numbers is what the others are measured by; \`chatexchange\` is the npm package
        of that name, ${versionOf('chatexchange')}. Events are messages, one a frame, written by a server in a process of its
        own that has them ready; the transcript has ${kilobytes(place.transcript.length)} and
        ${place.messageIds.length} messages.`),
      asMarkdown({
        head: ['from the socket to a listener', ...listeners],
        rows: [
          rowOf('events a second', listeners, (name) => heard[name].map(({ rate }) => rate), thousands),
          rowOf(
            'processor time an event',
            listeners,
            (name) => heard[name].map(({ cost }) => cost),
            microseconds,
          ),
        ],
      }),
      asMarkdown({
        head: ['a page of the transcript', 'cheerio or fetch alone', '@x/chatexchange', 'chatexchange'],
        rows: [
          [...rowOf('read', readers, (name) => read[name], milliseconds), '–'],
          rowOf('found over the network', finders, (name) => found[name], milliseconds),
        ],
      }),
      asMarkdown({
        head: ['', '@x/chatexchange', 'chatexchange'],
        rows: [
          ['import in Node.js', ...imports.map((series) => spread(summarize(series), milliseconds))],
          [`heap after each tenth of ${manyEvents.toLocaleString('en')} events`, heapOf(long), '–'],
          ['bundle for a page, all in one, gzip', kilobytes(await weigh()), '–'],
        ],
      }),
    ].join('\n\n');
  } finally {
    server.end();
  }
}

async function hearAll(node: string, place: Place): Promise<Record<Listener, Heard[]>> {
  const heard: Record<Listener, Heard[]> = { ws: [], '@x/chatexchange': [], chatexchange: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const listener of listeners)
      heard[listener].push(await hear(node, place, { listener, events, weighs: false }));
  }
  return heard;
}

/** Each in a process of its own: none leaves anything behind for the next. */
function hear(
  node: string,
  place: Place,
  how: Pick<ListenTask, 'listener' | 'events' | 'weighs'>,
): Promise<Heard> {
  const task: ListenTask = { place, peers: peersFolder, warmUps, ...how };
  return runProgram<Heard>('chatexchange/listen', node, task);
}

async function weigh(): Promise<number> {
  const source = `export { createChatExchange } from '@x/chatexchange';\n`;
  const { gzipped } = await bundle(source, { folder: join(import.meta.dirname, '..'), platform: 'browser' });
  return gzipped;
}
