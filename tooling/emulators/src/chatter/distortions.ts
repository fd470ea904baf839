import { distort, type Distortion, type Memory } from './distort.js';
import type { Json } from './render/json.js';

/** Which answers are distorted. */
export interface DistortionRule {
  /** The whole path of the request, or a pattern that it must match. Default: all. */
  readonly path?: string | RegExp;
  /** How many answers it distorts before it is used up. Default `Infinity`. Answers that have nothing to distort do not count. */
  readonly times?: number;
  /** How many answers that it could distort it lets pass first. Default 0. */
  readonly skip?: number;
}

/** What is wrong with the answers of one server. */
export interface Distortions {
  /** Distorts the answers that a rule is for, in place of what was said of this distortion before; false for none. */
  set(distortion: Distortion, rule: DistortionRule | false): void;
  /** The answer to a request for this path as it is to be sent. */
  apply(body: Json, path: string): Json;
}

interface LiveRule extends Memory {
  readonly path: string | RegExp | undefined;
  toSkip: number;
  left: number;
}

export function createDistortions(): Distortions {
  const rules = new Map<Distortion, LiveRule>();
  return {
    set(distortion, rule) {
      if (rule === false) rules.delete(distortion);
      else {
        const { path, times = Infinity, skip = 0 } = rule;
        rules.set(distortion, { path, toSkip: skip, left: times, lastElement: undefined });
      }
    },
    apply(body, path) {
      let answer = body;
      for (const [distortion, rule] of rules) {
        if (rule.left <= 0 || !isFor(rule, path)) continue;
        const distorted = distort(answer, distortion, rule);
        if (distorted === answer) continue;
        if (rule.toSkip > 0) {
          rule.toSkip -= 1;
          continue;
        }
        rule.left -= 1;
        answer = distorted;
      }
      return answer;
    },
  };
}

function isFor({ path: wanted }: LiveRule, path: string): boolean {
  if (wanted === undefined) return true;
  // `search` and not `test`: a pattern with the flag `g` would remember where it stopped.
  return typeof wanted === 'string' ? wanted === path : path.search(wanted) !== -1;
}
