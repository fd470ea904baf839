import { redact } from '../errors.js';
import { createLogNames } from '../logs/names.js';
import { createSlackRtm } from '../rtm.js';
import { accessOf, accessOptions, accessUsage } from './access.js';
import { createPrinter } from './pretty.js';
import { UsageError, type Command } from './system.js';
import { isSet, textValue } from './values.js';

const usage = `Usage: slack-rtm tail [options]

Writes every event as it comes, a line of JSON each, until Ctrl+C. Needs a token that RTM takes: that of a classic app.

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
    const types = new Set([line.values['type'] ?? []].flat());
    const slack = createSlackRtm(accessOf(system, line));
    const print = isSet(line, 'pretty')
      ? createPrinter(createLogNames(slack.web, { signal }), textValue(line, 'tz'))
      : (event: object): string => JSON.stringify(event);
    slack.on('state', ({ from, to }) => {
      system.progress(`${from} → ${to}`);
    });
    slack.on('gap', ({ from, to }) => {
      system.tell(`nothing was heard from ${from.toISOString()} to ${to.toISOString()}`);
    });
    const events = slack.events();
    const close = (): void => void slack.close();
    signal.addEventListener('abort', close, { once: true });
    try {
      await slack.connect({ signal });
      for await (const event of events) {
        const type = event.type === 'unknown' ? event.wireType : event.type;
        if (types.size === 0 || types.has(type)) await system.write(`${redact(await print(event))}\n`);
      }
    } finally {
      await slack.close();
    }
  },
};
