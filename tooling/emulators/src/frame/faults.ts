import type { Fault, FaultRule, Faults, RecordedRequest } from './contract.js';
import { matches } from './match.js';

/** The rules of one server, from which the server alone takes. */
export interface FaultRules extends Faults {
  /** The fault that this request has to suffer, which is thereby used. */
  take(request: RecordedRequest): Fault | undefined;
}

interface LiveRule {
  readonly rule: FaultRule;
  toSkip: number;
  left: number;
}

export function createFaults(): FaultRules {
  const rules: LiveRule[] = [];
  const struck: Record<string, number> = {};

  const remove = (live: LiveRule): void => {
    const index = rules.indexOf(live);
    if (index !== -1) rules.splice(index, 1);
  };

  return {
    struck,
    add(rule) {
      const live = { rule, toSkip: rule.skip ?? 0, left: rule.times ?? 1 };
      if (live.left > 0) rules.push(live);
      return () => remove(live);
    },
    clear() {
      rules.length = 0;
    },
    take(request) {
      for (const live of rules) {
        const { match, fault } = live.rule;
        if (!applies(fault, request) || (match !== undefined && !matches(match, request))) continue;
        if (live.toSkip > 0) {
          // Let pass by this rule; a later one may still want it.
          live.toSkip -= 1;
          continue;
        }
        live.left -= 1;
        if (live.left <= 0) remove(live);
        struck[fault.kind] = (struck[fault.kind] ?? 0) + 1;
        return fault;
      }
      return undefined;
    },
  };
}

const spoilsBody: ReadonlySet<Fault['kind']> = new Set(['wrongType', 'cut', 'stall', 'truncate']);

/** A handshake has no body that could be spoiled, and only a handshake can be refused. */
function applies(fault: Fault, request: RecordedRequest): boolean {
  return request.upgrade ? !spoilsBody.has(fault.kind) : fault.kind !== 'refuse';
}
