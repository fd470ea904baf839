import { readArguments } from './arguments.js';
import { chatExchangeSession } from './chatexchange.js';
import { chatterSession } from './chatter.js';
import { createPrinter } from './print.js';
import { perform, type Session, type SessionResult } from './session.js';
import { slackSession } from './slack-rtm.js';
import { smoochSession } from './smooch.js';

const sessions: readonly Session[] = [chatterSession, chatExchangeSession, slackSession, smoochSession];

const usage = `pnpm demo [session …] [--live]

Runs short sessions of the clients against emulators on this machine, or, with --live, against the real
services with credentials from the environment. Sessions: ${sessions.map(({ name }) => name).join(', ')}.
`;

async function main(): Promise<number> {
  const asked = readArguments(
    process.argv.slice(2),
    sessions.map(({ name }) => name),
  );
  if (typeof asked === 'string') {
    process.stderr.write(`${asked}\n`);
    return 2;
  }
  if (asked.help) {
    process.stdout.write(usage);
    return 0;
  }
  const printer = createPrinter(process.stdout, process.env);
  const results: SessionResult[] = [];
  for (const session of sessions.filter(({ name }) => asked.names.includes(name))) {
    if (asked.live) {
      const missing = session.variables.filter((name) => (process.env[name] ?? '') === '');
      if (missing.length > 0) {
        process.stderr.write(`${session.name} --live needs ${missing.join(', ')} in the environment\n`);
        return 2;
      }
    }
    const environment = Object.fromEntries(session.variables.map((name) => [name, process.env[name] ?? '']));
    results.push(
      await perform(session, printer, (stage) =>
        asked.live ? session.runLive(stage, environment) : session.runEmulated(stage),
      ),
    );
  }
  printer.summary(results);
  return results.every(({ failure }) => failure === undefined) ? 0 : 1;
}

process.exitCode = await main();
