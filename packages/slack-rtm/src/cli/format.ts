import { format, readLog, type FormatOptions } from '../logs/index.js';
import { UsageError, type Command } from './system.js';
import { isSet, textValue, wordValue } from './values.js';

const usage = `Usage: slack-rtm format <file …> [options]

Writes logs that "slack-rtm extract" made as one Markdown text. - is standard input.

Options:
  --tz ZONE               the zone of days and times, such as Europe/Vienna (default UTC)
  --out FILE              writes into a file (default: standard output)
  --flavour gfm|commonmark
                          how struck text is written: by tildes (default), or as HTML
  --emoji unicode|shortcode
                          characters (default), or names between colons
  --names user|display    by which names people are called: ann (default), or Ann Lee
  --title TEXT            what stands at the top (default: the names of the conversations)
  --stamp                 says when it was written; without it the same logs are always the same text`;

/** The command `slack-rtm format`. */
export const formatCommand: Command = {
  usage,
  options: {
    tz: { type: 'string' },
    out: { type: 'string' },
    flavour: { type: 'string' },
    emoji: { type: 'string' },
    names: { type: 'string' },
    title: { type: 'string' },
    stamp: { type: 'boolean' },
  },
  async run(system, line) {
    const { files, signal } = system;
    if (line.positionals.length === 0) throw new UsageError('a file is missing');
    const options: FormatOptions = {
      timeZone: textValue(line, 'tz'),
      flavour: wordValue(line, 'flavour', ['gfm', 'commonmark']),
      emoji: wordValue(line, 'emoji', ['unicode', 'shortcode']),
      names: wordValue(line, 'names', ['user', 'display']),
      title: textValue(line, 'title'),
      generated: isSet(line, 'stamp') ? new Date() : undefined,
    };
    const logs = line.positionals.map((name) => ({
      name,
      records: readLog(until(signal, files.read(name))),
    }));
    const text = format(logs, options);
    const out = textValue(line, 'out');
    if (out !== undefined) await files.replace(out, text);
    else for await (const piece of text) await system.write(piece);
  },
};

/**
 * Reads until the signal.
 *
 * @yields each piece
 */
async function* until<Piece>(
  signal: AbortSignal,
  pieces: AsyncIterable<Piece>,
): AsyncGenerator<Piece, void, undefined> {
  for await (const piece of pieces) {
    signal.throwIfAborted();
    yield piece;
  }
}
