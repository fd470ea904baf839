import { redact } from '../errors.js';
import { createLogNames } from '../logs/names.js';
import { createSlackRtm } from '../rtm.js';
import { createSlackSocket } from '../socket-mode.js';
import type { SlackLive } from '../types/slack-live.js';
import { accessOf, accessOptions, accessUsage, baseUrlFor } from './access.js';
import { createPrinter, withoutSecrets, type Printer, type Told } from './pretty.js';
import { UsageError, type Command, type CommandLine, type System } from './system.js';
import { isSet, textValue } from './values.js';

const usage = `Usage: slack-rtm tail [options]

Writes every event as it comes, a line of JSON each, until Ctrl+C.

By RTM, with the token of a classic app; or, if SLACK_APP_TOKEN holds an app-level token, by Socket Mode. What comes by Socket
Mode is acknowledged, and no other connection of the same app gets it.

Options:
  --pretty                lines for people: time, conversation, author, text
  --tz ZONE               the zone of their times (default: that of this machine)
  --type TYPE             only events of this type, such as message; may be given several times
${accessUsage}`;

/** The command `slack-rtm tail`. */
export const tailCommand: Command = {
  usage,
  options: {
    ...accessOptions,
    pretty: { type: 'boolean' },
    tz: { type: 'string' },
    type: { type: 'string', multiple: true },
  },
  async run(system, line) {
    if (line.positionals.length > 0) throw new UsageError(`tail takes no ${line.positionals.join(' ')}`);
    const { signal } = system;
    const slack = open(system, line, (event) => show(event));
    const show = shower(system, line, slack);
    slack.on('state', ({ from, to }) => {
      system.progress(`${from} → ${to}`);
    });
    const events = slack.events();
    const close = (): void => void slack.close();
    signal.addEventListener('abort', close, { once: true });
    try {
      await slack.connect({ signal });
      for await (const event of events) await show(event);
    } finally {
      await slack.close();
    }
  },
};

/** Makes the client, and lets hear what comes besides events. */
function open(system: System, line: CommandLine, hear: (event: Told) => unknown): SlackLive {
  const { env } = system;
  // Where nothing can be written any more, everything ends anyway.
  const onListenerError = (): void => {};
  const appToken = env['SLACK_APP_TOKEN'];
  if (!appToken) return createSlackRtm({ ...accessOf(system, line), onListenerError });
  const access = env['SLACK_TOKEN'] ? accessOf(system, line) : { baseUrl: baseUrlFor(system, line) };
  const slack = createSlackSocket({ ...access, appToken, onListenerError });
  slack.on('slash_commands', hear);
  slack.on('interactive', hear);
  return slack;
}

/** Writes the events that are wanted. */
function shower(system: System, line: CommandLine, { web }: SlackLive): (event: Told) => Promise<void> {
  const { signal } = system;
  const types = new Set([line.values['type'] ?? []].flat());
  const print: Printer = isSet(line, 'pretty')
    ? createPrinter(createLogNames(web, { signal }), textValue(line, 'tz'))
    : (event) => JSON.stringify(event, withoutSecrets);
  return async (event) => {
    const type = event.type === 'unknown' ? event.wireType : event.type;
    if (types.size === 0 || types.has(type)) await system.write(`${redact(await print(event))}\n`);
  };
}
