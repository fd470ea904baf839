import type { HttpEvent } from '@x/chatter';
import type { Printer } from './print.js';

/** How one step of a session went. */
export interface StepResult {
  readonly title: string;
  readonly ok: boolean;
  readonly durationMs: number;
}

/** A session's way to show what it does. */
export interface Stage {
  /**
   * Runs one step: shows the call as a person would write it, then what came back, and checks that it is what it should
   * be. `check` returns what is wrong, or nothing.
   */
  step<Answer>(step: {
    readonly title: string;
    readonly code: string;
    readonly run: () => Promise<Answer>;
    readonly show: (answer: Answer) => string | readonly string[];
    readonly check?: (answer: Answer) => string | undefined;
  }): Promise<Answer>;
  /** Says something between two steps. */
  say(text: string): void;
  /** To be handed to the client, so that the summary can count its requests. */
  readonly observe: (event: HttpEvent) => void;
}

/** One client's main job, against an emulator or the real service. */
export interface Session {
  readonly name: string;
  readonly title: string;
  /** Variables of the environment that the real service needs. */
  readonly variables: readonly string[];
  /** Runs it against an emulator that it starts and ends. */
  runEmulated(stage: Stage): Promise<void>;
  /** Runs it against the real service. */
  runLive(stage: Stage, environment: Readonly<Record<string, string>>): Promise<void>;
}

/** What came of a session. */
export interface SessionResult {
  readonly name: string;
  readonly steps: readonly StepResult[];
  readonly requests: number;
  readonly refreshes: number;
  readonly durationMs: number;
  /** What ended it before its time. */
  readonly failure: string | undefined;
}

/** Runs a session on a stage of its own. */
export async function perform(
  session: Session,
  printer: Printer,
  run: (stage: Stage) => Promise<void>,
): Promise<SessionResult> {
  const steps: StepResult[] = [];
  let requests = 0;
  let refreshes = 0;
  const began = performance.now();
  const stage: Stage = {
    async step({ title, code, run: call, show, check }) {
      printer.ask(title, code);
      const start = performance.now();
      try {
        const answer = await call();
        const wrong = check?.(answer);
        const durationMs = performance.now() - start;
        printer.answer([show(answer)].flat(), durationMs);
        if (wrong !== undefined) throw new Error(wrong);
        steps.push({ title, ok: true, durationMs });
        return answer;
      } catch (error) {
        steps.push({ title, ok: false, durationMs: performance.now() - start });
        throw error;
      }
    },
    say: (text) => printer.say(text),
    observe: ({ type }) => {
      if (type === 'request') requests += 1;
      if (type === 'refresh') refreshes += 1;
    },
  };
  printer.title(session.title);
  let failure: string | undefined;
  try {
    await run(stage);
  } catch (error) {
    failure = error instanceof Error ? error.message : String(error);
    printer.fail(failure);
  }
  return { name: session.name, steps, requests, refreshes, durationMs: performance.now() - began, failure };
}
