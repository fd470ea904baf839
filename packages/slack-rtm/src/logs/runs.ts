/** Lines that are put aside. */
export interface Run {
  /** From the first one on, as often as asked for. */
  lines(): AsyncIterable<string>;
  remove(): Promise<void>;
}

/** Where lines are put aside that would not fit into memory. */
export interface Runs {
  add(lines: AsyncIterable<string> | Iterable<string>): Promise<Run>;
  /** Forgets everything. */
  close(): Promise<void>;
}
