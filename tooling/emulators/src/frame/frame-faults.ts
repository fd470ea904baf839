/**
 * What can go wrong with one WebSocket message on its way to the client.
 *
 * - `lose`: it never arrives.
 * - `duplicate`: it arrives twice.
 * - `swap`: it arrives after the message that follows it.
 * - `delay`: it arrives `ms` later (by the emulator's clock), and others overtake it.
 * - `garble`: half of its text arrives as a complete message.
 * - `insert`: a message with `text` arrives before it.
 * - `replace`: a message with `text` arrives in its place.
 * - `cut`: the connection ends in its place, without a close frame: closed, reset, or after `half` of the frame.
 */
export type FrameFault =
  | { readonly kind: 'lose' }
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'swap' }
  | { readonly kind: 'delay'; readonly ms: number }
  | { readonly kind: 'garble' }
  | { readonly kind: 'insert'; readonly text: string }
  | { readonly kind: 'replace'; readonly text: string }
  | { readonly kind: 'cut'; readonly how?: 'close' | 'reset' | 'half' };

export interface FrameFaultRule {
  /** Which messages it is for, and of which socket, if its outbox has a name. Default: all. */
  readonly match?: (text: string, socket: string) => boolean;
  readonly fault: FrameFault;
  /** How many matching messages it spoils before it is used up. Default 1; `Infinity` for all. */
  readonly times?: number;
  /** How many matching messages it lets pass first. Default 0. */
  readonly skip?: number;
}

export interface FrameFaults {
  /** Adds a rule; the first rule that matches and is not used up decides. The function returned takes it back. */
  add(rule: FrameFaultRule): () => void;
  clear(): void;
}

/** The rules of one server, from which its outboxes alone take. */
export interface FrameFaultRules extends FrameFaults {
  take(text: string, socket: string): FrameFault | undefined;
}

export function createFrameFaults(): FrameFaultRules {
  const rules = new Set<{ readonly rule: FrameFaultRule; toSkip: number; left: number }>();
  return {
    add(rule) {
      const live = { rule, toSkip: rule.skip ?? 0, left: rule.times ?? 1 };
      if (live.left > 0) rules.add(live);
      return () => {
        rules.delete(live);
      };
    },
    clear: () => rules.clear(),
    take(text, socket) {
      for (const live of rules) {
        if (live.rule.match?.(text, socket) === false) continue;
        if (live.toSkip > 0) {
          live.toSkip -= 1;
          continue;
        }
        live.left -= 1;
        if (live.left <= 0) rules.delete(live);
        return live.rule.fault;
      }
      return undefined;
    },
  };
}
