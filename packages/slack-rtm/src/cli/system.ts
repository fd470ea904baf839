/** What a command of `slack-rtm` needs of the machine that it runs on. */
export interface System {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Of this package. */
  readonly version: string;
  /** Ends what is under way: somebody pressed Ctrl+C, or nobody reads what is written. */
  readonly signal: AbortSignal;
  readonly files: CommandFiles;
  /** Reads a command line; throws what is wrong with it. */
  parse(args: readonly string[], options: OptionTable): CommandLine;
  /** Writes to standard output, no faster than it is read. */
  write(text: string): Promise<void>;
  /** A line for people, beside the output. */
  tell(line: string): void;
  /** Shows how far it is, in a line that changes, if somebody sits before a terminal. */
  progress(text: string): void;
}

/** The options that a command takes. */
export type OptionTable = Readonly<
  Record<string, { readonly type: 'string' | 'boolean'; readonly multiple?: boolean }>
>;

/** What was written behind the name of a command. */
export interface CommandLine {
  readonly values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
  readonly positionals: readonly string[];
}

/** The files that commands read and write. */
export interface CommandFiles {
  exists(path: string): Promise<boolean>;
  /** The bytes of a file; of `-`, what comes in on standard input. */
  read(path: string): AsyncIterable<Uint8Array>;
  /** Begins a file, or goes on with its first `keepBytes`. */
  append(path: string, keepBytes: number): Promise<FileWriter>;
  /** Writes a file that is there as a whole or not at all. */
  replace(path: string, text: AsyncIterable<string>): Promise<void>;
  /** Saves what was downloaded. */
  save(folder: string, name: string, body: ReadableStream<Uint8Array>): Promise<string>;
  remove(path: string): Promise<void>;
}

export interface FileWriter {
  write(text: string): Promise<void>;
  close(): Promise<void>;
}

/** A command line that cannot be followed, with the reason. */
export class UsageError extends Error {}

/** A command, and how it is used. */
export interface Command {
  readonly usage: string;
  readonly options: OptionTable;
  run(system: System, line: CommandLine): Promise<void>;
}
