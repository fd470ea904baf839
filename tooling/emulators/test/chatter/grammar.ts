/** What recorded answers are made of, place by place: which keys an object has there, and of which kind a value is. */
export interface Grammar {
  /** What an answer has differently, each difference by its place. Places that were never recorded do not count. */
  differences(answer: unknown): string[];
  readonly places: ReadonlySet<string>;
}

/** Learns from recorded answers of one version, which begin at the same place. */
export function grammarOf(recorded: readonly unknown[]): Grammar {
  const kinds = new Map<string, Set<string>>();
  const keys = new Map<string, Set<string>>();
  for (const answer of recorded) {
    visit(answer, '', (place, kind, names) => {
      setAt(kinds, place).add(kind);
      if (names !== undefined) setAt(keys, place).add(names);
    });
  }
  return {
    places: new Set(kinds.keys()),
    differences(answer) {
      const found = new Set<string>();
      visit(answer, '', (place, kind, names) => {
        const known = kinds.get(place);
        // Where there was never anything, everything is possible.
        if (known === undefined || [...known].every((one) => one === 'null')) return;
        if (!known.has(kind)) found.add(`${place}: ${kind} instead of ${[...known].join(' or ')}`);
        const knownKeys = keys.get(place);
        if (names !== undefined && knownKeys !== undefined && !knownKeys.has(names)) {
          found.add(`${place}: ${names} instead of ${[...knownKeys].join(' or ')}`);
        }
      });
      return [...found];
    },
  };
}

type Visitor = (place: string, kind: string, keys?: string) => void;

/** Things that have a `type` are told apart by it. */
function visit(value: unknown, place: string, visitor: Visitor): void {
  if (Array.isArray(value)) {
    visitor(place, 'list');
    for (const item of value) visit(item, `${place}[]`, visitor);
  } else if (typeof value === 'object' && value !== null) {
    const type: unknown = Reflect.get(value, 'type');
    const here = typeof type === 'string' ? `${place}<${type}>` : place;
    // Of the capabilities each element has its own.
    const isSparse = /(?:^|\.)capabilities$/.test(place);
    visitor(place, 'object');
    if (!isSparse) visitor(here, 'object', Object.keys(value).join(' '));
    for (const [key, child] of Object.entries(value)) visit(child, `${here}.${key}`, visitor);
  } else visitor(place, kindOf(value));
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value !== 'string') return typeof value;
  if (value.startsWith('/services/')) {
    return value.replaceAll(/(?<=\/)[\da-zA-Z]{18}(?=\/|$|\?)/g, 'id').replaceAll(/=[^&]*/g, '=…');
  }
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/.test(value)) return 'date';
  if (/^https?:/.test(value)) return 'address';
  return value.startsWith('/img/') ? 'icon' : 'text';
}

function setAt(sets: Map<string, Set<string>>, place: string): Set<string> {
  const set = sets.get(place) ?? new Set();
  sets.set(place, set);
  return set;
}
