import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '@x/checks/root';
import { compareChatExchange } from './chatexchange/compare.js';
import { compareChatter } from './chatter/compare.js';
import { installPeers } from './peers.js';
import { writeBetween } from './readme.js';
import { compareSlack } from './slack/compare.js';
import { compareSmooch } from './smooch/compare.js';

/** What can be compared, by the names of the packages. */
const comparisons: Readonly<Record<string, () => Promise<string>>> = {
  chatter: compareChatter,
  chatexchange: compareChatExchange,
  'slack-rtm': compareSlack,
  smooch: compareSmooch,
};

const usage = `Usage: pnpm bench [package …] [--write]

Measures our clients beside others and prints tables in Markdown; --write also puts them into the READMEs.
Packages (default: all): ${Object.keys(comparisons).join(', ')}`;

async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { write: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  const names = positionals.length === 0 ? Object.keys(comparisons) : positionals;
  const chosen = names.map((name) => [name, comparisons[name]] as const);
  if (values.help === true || chosen.some(([, compare]) => compare === undefined)) {
    console.log(usage);
    return values.help === true ? 0 : 2;
  }
  await installPeers();
  for (const [name, compare] of chosen) {
    const text = (await compare?.()) ?? '';
    console.log(`${name}\n\n${text}\n`);
    if (values.write === true) await writeBetween(join(root, 'packages', name, 'README.md'), text);
  }
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
