import { join } from 'node:path';
import { findNode } from '@x/checks/node-binary';
import { measureImports } from '../imports.js';
import { weighInstalls, weighOwnInstall, type Install } from '../installs.js';
import { asMarkdown, paragraph } from '../markdown.js';
import { peersFolder, versionOf } from '../peers.js';
import type { CallSamples } from '../programs/in-turns.js';
import { runProgram, startProgram } from '../programs.js';
import { callRows, rowOf } from '../rows.js';
import { summarize } from '../statistics.js';
import { kilobytes, megabytes, microseconds, milliseconds, spread, thousands } from '../units.js';
import { weigh, weighSunshineClient, type Weighed } from './bundles.js';
import { record } from './record.js';
import {
  callers,
  deliveryKinds,
  legacyCallers,
  receivers,
  type Caller,
  type CallTask,
  type LegacyCaller,
  type Received,
  type Recorded,
  type ReceiveTask,
} from './task.js';

const peers = join(peersFolder, 'package.json');
const others = ['smooch-core', 'sunshine-conversations-client'] as const;

/** `@x/smooch` beside `fetch`, `JSON.parse` and the service's own clients, in Markdown. */
export async function compareSmooch(): Promise<string> {
  const node = await findNode('24');
  const recorded = await record();
  const { v11, v2 } = await measureCalls(node.path, recorded);
  const received = await runProgram<Received>('smooch/receive', node.path, {
    recorded: recorded.deliveries,
    deliveries: 5000,
    rounds: 15,
    warmUps: 3,
  } satisfies ReceiveTask);
  const imports = await measureImports(
    node.path,
    [
      { specifier: '@x/smooch' },
      { specifier: '@x/smooch/v2' },
      ...others.map((specifier) => ({ specifier, from: peers })),
    ],
    15,
  );
  const own = installText(await weighOwnInstall('smooch'));
  const installs = await weighInstalls(peersFolder, others);
  const answers = Object.values(recorded.answers).map((text) => kilobytes(Buffer.byteLength(text)));
  const deliveries = deliveryKinds.map((kind) =>
    kilobytes(Buffer.byteLength(recorded.deliveries[kind].body)),
  );

  return [
    paragraph(`Measured by \`pnpm bench smooch\` on Node.js ${node.version.slice(1)}: medians of interleaved rounds, with
      quartiles. The first column of numbers is what the others are measured by. The service's own clients are smooch-core
      ${versionOf('smooch-core')} and sunshine-conversations-client ${versionOf('sunshine-conversations-client')}. Calls post
      a short text to a bare server in a process of its own, whose time is in all of them alike, and read the answer
      (${answers.join(' by v1.1, ')} by v2); the service's clients make a connection for each. Webhooks
      (${deliveries.join(' by v1.1, ')} by v2, of one event) come one after the other, as a \`Request\` that was made
      beforehand, none of them twice but for those of the last column. Installed is what pnpm lists below
      a package, itself included, and of ours what is published.`),
    asMarkdown({
      head: ['v1.1', ...legacyCallers],
      rows: [
        ...callRows('time', legacyCallers, v11.time, microseconds),
        ...callRows('heap', legacyCallers, v11.allocations, kilobytes),
      ],
    }),
    asMarkdown({
      head: ['v2', ...callers],
      rows: [
        ...callRows('time', callers, v2.time, microseconds),
        ...callRows('heap', callers, v2.allocations, kilobytes),
      ],
    }),
    asMarkdown({
      head: ['Webhooks', ...receivers],
      rows: deliveryKinds.flatMap((kind) => [
        [
          `a second, \`${kind}\``,
          ...receivers.map((name) => spread(summarize(received[kind][name]), thousands)),
        ],
        rowOf(
          `time each, \`${kind}\``,
          receivers,
          (name) => received[kind][name].map((rate) => 1_000_000 / rate),
          microseconds,
        ),
      ]),
    }),
    asMarkdown({
      head: ['', '@x/smooch', '@x/smooch/v2', ...others],
      rows: [
        ['import in Node.js', ...imports.map((series) => spread(summarize(series), milliseconds))],
        ['packages installed, and what their files hold', own, own, ...installs.map(installText)],
        [
          'bundle of one call for a page, all in one, gzip',
          await weightText('createSmooch'),
          await weightText('createSunshine'),
          'needs Node.js',
          `${kilobytes(await weighSunshineClient())}, without \`querystring\``,
        ],
        ['bundle of createWebhookHandler', await weightText('createWebhookHandler'), '', '', ''],
        ['bundle of jwtForUser', await weightText('jwtForUser'), '', '', ''],
      ],
    }),
  ].join('\n\n');
}

async function measureCalls(
  node: string,
  { appId, userId, conversationId, answers }: Recorded,
): Promise<{ v11: CallSamples<LegacyCaller>; v2: CallSamples<Caller> }> {
  const server = startProgram('answer-server', node);
  try {
    const port = await server.ask<number>(answers);
    const url = `http://127.0.0.1:${port}`;
    const place = { url, peers, appId, userId, conversationId };
    const task: CallTask = { ...place, atOnce: [1, 100], calls: 200, rounds: 15, warmUps: 3 };
    return {
      v11: await runProgram<CallSamples<LegacyCaller>>('smooch/calls-v11', node, task),
      v2: await runProgram<CallSamples<Caller>>('smooch/calls-v2', node, task),
    };
  } finally {
    server.end();
  }
}

function installText({ packages, bytes }: Install): string {
  return `${packages}, ${megabytes(bytes)}`;
}

async function weightText(name: Weighed): Promise<string> {
  const { whole, atOnce } = await weigh(name);
  return whole === atOnce ? kilobytes(whole) : `${kilobytes(whole)}; ${kilobytes(atOnce)} at once`;
}
