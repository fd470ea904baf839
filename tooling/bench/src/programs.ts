import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A program of `programs/` that answers one question after another. */
export interface Program {
  /** Asks it, and gives its answer. */
  ask<Answer>(question: object): Promise<Answer>;
  end(): void;
}

/** Starts a program in a process of its own, on another Node.js than this one. */
export function startProgram(name: string, node: string): Program {
  const child = fork(join(import.meta.dirname, 'programs', `${name}.js`), {
    execPath: node,
    execArgv: ['--expose-gc'],
  });
  const ending = new AbortController();
  // Whoever waits for an answer when it ends shall not wait for ever.
  child.once('exit', (code) => ending.abort(new Error(`${name} ended with ${code}`)));
  return {
    async ask(question) {
      const answered = once(child, 'message', { signal: ending.signal });
      child.send(question);
      const [answer] = await answered.catch(() => {
        throw ending.signal.reason;
      });
      return answer as never;
    },
    end: () => void (child.connected && child.disconnect()),
  };
}

/** Starts a program, asks it one thing and ends it. */
export async function runProgram<Answer>(name: string, node: string, question: object): Promise<Answer> {
  const program = startProgram(name, node);
  try {
    return await program.ask<Answer>(question);
  } finally {
    program.end();
  }
}
