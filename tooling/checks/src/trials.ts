/** A thing that a client was to do, and what was wrong with it. */
export interface Trial {
  readonly what: string;
  readonly problem?: string;
}

/** The lines of JSON that `tooling/peers/trial.mjs` prints, and whatever else a client has printed. */
export function readTrials(text: string): { trials: Trial[]; rest: string[] } {
  const lines = text.split('\n').filter((line) => line !== '');
  const isTrial = (line: string): boolean => line.startsWith('{"what":');
  return {
    trials: lines.filter(isTrial).map((line) => JSON.parse(line) as Trial),
    rest: lines.filter((line) => !isTrial(line)),
  };
}
