import { toText } from '../parse/text.js';
import type { AccessLevel } from './room-events.js';

const levels: ReadonlySet<string> = new Set<AccessLevel>([
  'owner',
  'read-write',
  'read-only',
  'request',
  'default',
]);

/** The right in `Access now read-only`. */
export function readAccess(content: string | undefined): AccessLevel | undefined {
  const word = /^\s*access now \(?([a-z-]+)\)?/i.exec(content ?? '')?.[1]?.toLowerCase() ?? '';
  return isLevel(word) ? word : undefined;
}

function isLevel(word: string): word is AccessLevel {
  return levels.has(word);
}

/** What follows the name of a room in the words about its change. */
export function readDescription(content: string | undefined, name: string | undefined): string | undefined {
  if (content === undefined || name === undefined) return undefined;
  const text = toText(content);
  if (!text.startsWith(name)) return undefined;
  return text.slice(name.length).replace(/^\s*[-–—:/]?\s*/, '');
}

/** The number and the JSON of a suspension: `4 {…}`. */
export function readSuspension(content: string | undefined): { code: number | undefined; details: unknown } {
  const [, code, rest = ''] = /^\s*(\d+)\s+([^]*)$/.exec(content ?? '') ?? [];
  return { code: code === undefined ? undefined : Number(code), details: parse(rest) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The ids in a text. */
export function readIds(content: string | undefined): readonly number[] {
  return [...(content ?? '').matchAll(/-?\b\d{1,15}\b/g)].map(([digits]) => Number(digits));
}

/** What the notice says that comes after messages were moved. */
export interface MoveNotice {
  readonly direction: 'in' | 'out';
  /** The room at the other end. */
  readonly roomId: number | undefined;
  readonly roomName: string | undefined;
  readonly count: number;
}

const arrow = /^\s*(?:&(rarr|larr);|(→)|(←))/;

/** Whether a message is the notice of a move, as far as its beginning says so. */
export function isMoveNotice(content: string | undefined): boolean {
  const first = content?.charCodeAt(0);
  return (first === 38 || first === 0x2192 || first === 0x2190) && readMoveNotice(content) !== undefined;
}

/** Reads `→ 2 messages moved to Room` and `← 2 messages moved from Room`. */
export function readMoveNotice(content: string | undefined): MoveNotice | undefined {
  if (content === undefined) return undefined;
  const [found, entity, right] = arrow.exec(content) ?? [];
  if (found === undefined) return undefined;
  const direction = entity === 'rarr' || right !== undefined ? 'out' : 'in';
  const [, count] = /(\d+) messages? moved (?:to|from) /.exec(content.replaceAll(/<[^>]*>/g, '')) ?? [];
  if (count === undefined) return undefined;
  const [, id, name] = /<a [^>]*href=["'][^"']*\/rooms\/(\d+)[^"']*["'][^>]*>([^<]*)</.exec(content) ?? [];
  return {
    direction,
    count: Number(count),
    roomId: id === undefined ? undefined : Number(id),
    roomName: name === undefined ? undefined : toText(name),
  };
}
