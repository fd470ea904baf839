import type { CallSamples } from '../programs/in-turns.js';
import { runProgram, startProgram } from '../programs.js';
import { recordPages } from './record-pages.js';
import { crowds, pageNames, type CallsTask, type Contender, type PageName } from './task.js';

/** Lets all contenders call a server that has next to nothing to do, in one process, in turns. */
export async function measureCalls(
  node: string,
  peers: string,
  rounds: number,
): Promise<{ samples: CallSamples<Contender>; bytes: Record<PageName, number> }> {
  const version = '66.0';
  const { accessToken, bodies } = await recordPages(version);
  const server = startProgram('answer-server', node);
  try {
    const port = await server.ask<number>(
      Object.fromEntries(
        pageNames.map((page) => [`/services/data/v${version}/chatter/${page}`, bodies[page]]),
      ),
    );
    const task: CallsTask = {
      url: `http://127.0.0.1:${port}`,
      version,
      accessToken,
      peers,
      pages: pageNames,
      atOnce: crowds,
      calls: 200,
      rounds,
      warmUps: 3,
    };
    const samples = await runProgram<CallSamples<Contender>>('chatter/calls', node, task);
    const bytes = Object.fromEntries(
      pageNames.map((page) => [page, Buffer.byteLength(bodies[page])]),
    ) as Record<PageName, number>;
    return { samples, bytes };
  } finally {
    server.end();
  }
}
