import { PassThrough, type Readable } from 'node:stream';
import { createInterface } from 'node:readline';
import type { REPLEval, REPLServer } from 'node:repl';

/** Where a prompt reads from, and what lets it read on. */
export interface Feed {
  readonly input: Readable;
  /** Gives the lines to a prompt. */
  begin(server: REPLServer): void;
}

/**
 * Lines that are piped in come to the prompt one by one, each when the one before has been answered: by itself, it would
 * read on while an answer is still waited for.
 */
export function feedLines(source: Readable): Feed {
  const input = new PassThrough();
  const lines = createInterface({ input: source })[Symbol.asyncIterator]();

  async function next(): Promise<void> {
    for (;;) {
      const { done, value } = await lines.next();
      if (done === true) {
        input.end();
        return;
      }
      input.write(`${value}\n`);
      // Commands of the prompt itself are not evaluated.
      if (!value.startsWith('.')) return;
    }
  }

  return {
    input,
    begin(server) {
      const evaluate: REPLEval = server.eval.bind(server);
      Object.assign(server, {
        eval: ((code, context, file, answer) => {
          evaluate.call(server, code, context, file, (error, value) => {
            answer(error, value);
            void next();
          });
        }) satisfies REPLEval,
      });
      void next();
    },
  };
}
