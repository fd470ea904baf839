import { join } from 'node:path';
import { findNode } from '@x/checks/node-binary';
import { measureImports } from '../imports.js';
import { peersFolder, versionOf } from '../peers.js';
import { ratios, summarize } from '../statistics.js';
import { kilobytes, microseconds, milliseconds, spread, times } from '../units.js';
import { asMarkdown, paragraph } from '../markdown.js';
import { callRows } from '../rows.js';
import { weighBundles } from './bundles.js';
import { measureCalls } from './calls.js';
import { contenders, pageNames } from './task.js';

const callRounds = 15;
const importRounds = 15;

/** `@x/chatter` beside `fetch` and jsforce, in Markdown. */
export async function compareChatter(): Promise<string> {
  const node = await findNode('24');
  const peers = join(peersFolder, 'package.json');
  const { samples, bytes } = await measureCalls(node.path, peers, callRounds);
  const bundles = await weighBundles();
  const [ours = [], theirs = []] = await measureImports(
    node.path,
    [{ specifier: '@x/chatter' }, { specifier: '@jsforce/jsforce-node', from: peers }],
    importRounds,
  );
  const table = {
    head: ['', ...contenders],
    rows: [
      ...callRows('time', contenders, samples.time, microseconds),
      ...callRows('heap', contenders, samples.allocations, kilobytes),
      ['bundle for a page, gzip', '–', kilobytes(bundles.chatter), kilobytes(bundles.jsforce)],
      [
        'import in Node.js',
        '–',
        spread(summarize(ours), milliseconds),
        spread(summarize(theirs), milliseconds),
      ],
      ['import, beside ours', '–', '1', spread(summarize(ratios(theirs, ours)), times)],
    ],
  };
  const pages = pageNames.map((page) => `\`${page}\` (${kilobytes(bytes[page])})`).join(' and ');
  return `${paragraph(
    `Measured by \`pnpm bench chatter\` on Node.js ${node.version.slice(1)}. Calls get ${pages} and read the JSON; they go
    to a bare server in a process of its own, whose time is in all of them alike. What a call of \`fetch\` takes is 1; the
    others are medians of interleaved rounds, with quartiles. jsforce is ${versionOf('jsforce')}, its bundle
    \`jsforce-core.min.js\`; imported is \`@jsforce/jsforce-node\` ${versionOf('@jsforce/jsforce-node')}.`,
  )}\n\n${asMarkdown(table)}`;
}
