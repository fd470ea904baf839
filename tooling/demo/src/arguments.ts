/** What was asked for on the command line. */
export interface DemoArguments {
  readonly names: readonly string[];
  readonly live: boolean;
  readonly help: boolean;
}

/** Reads the command line; a text says what is wrong with it. */
export function readArguments(words: readonly string[], known: readonly string[]): DemoArguments | string {
  const names: string[] = [];
  let live = false;
  let help = false;
  for (const word of words) {
    // pnpm hands on the separator that npm needs.
    if (word === '--') continue;
    if (word === '--live') live = true;
    else if (word === '--help' || word === '-h') help = true;
    else if (known.includes(word)) names.push(word);
    else return `"${word}" is no session: there are ${known.join(', ')}, and the option --live`;
  }
  return { names: names.length === 0 ? known : names, live, help };
}
