import type { OtherFields } from '../open.js';
import type { SlackAnswer, SlackResult } from '../result.js';

/** What is known of a method: what it takes, what it answers, and what a list of it holds. */
export interface Method<Arguments, Result, Item = never> {
  /** Others may stand beside those that are known. */
  readonly arguments: Arguments | (Arguments & OtherFields);
  /** The body, as Slack words it. */
  readonly answer: SlackAnswer & Result;
  readonly result: SlackResult & Result;
  readonly item: Item;
}
