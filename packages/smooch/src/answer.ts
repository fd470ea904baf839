import { notAsDocumented } from './errors.js';

/** The part of an answer that a method needs to go on. */
export function partOf<Answer extends object, Name extends keyof Answer & string>(
  answer: Answer | undefined,
  name: Name,
): Answer[Name] {
  return answer?.[name] ?? notAsDocumented('UNEXPECTED_ANSWER', `the answer has no ${name}`);
}
