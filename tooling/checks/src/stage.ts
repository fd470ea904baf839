/** An emulator that waits for one session of a client. */
export interface Stage {
  /** What the session is told: addresses, credentials. */
  readonly connection: Readonly<Record<string, unknown>>;
  /** What the session has to answer. */
  readonly answer: Readonly<Record<string, unknown>>;
  /** What the service has not seen although it should have, or has seen and should not have. */
  complaints(): string[];
  close(): Promise<void>;
}

/** What is wrong with what a session answered. */
export function answerComplaints(expected: Stage['answer'], given: unknown): string[] {
  if (typeof given !== 'object' || given === null) return [`answered ${JSON.stringify(given) ?? 'nothing'}`];
  const answer = given as Readonly<Record<string, unknown>>;
  const names = new Set([...Object.keys(expected), ...Object.keys(answer)]);
  return [...names].flatMap((name) => {
    const [wanted = 'nothing', got = 'nothing'] = [expected[name], answer[name]].map((value) =>
      JSON.stringify(value),
    );
    return wanted === got ? [] : [`${name} is ${got} and should be ${wanted}`];
  });
}

/** The line of JSON that a session has printed; as it is, when it is none. */
export function readAnswer(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
