/** What a prompt begins with, and what ends it. */
export interface Prompt {
  /** What can be named at the prompt. */
  readonly names: Readonly<Record<string, unknown>>;
  /** What is said before the first line. */
  readonly welcome: readonly string[];
  close(): Promise<void>;
}

/** Makes the prompt of one client ready. */
export type OpenPrompt = (environment: NodeJS.ProcessEnv) => Promise<Prompt>;
