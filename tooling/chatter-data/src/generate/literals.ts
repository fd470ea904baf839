import { unions } from '../body-types.js';

/** The property that tells the members of a union apart, and what it says in each. */
const discriminants: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  FeedItem: { feedElementType: "'FeedItem'" },
  FeedItemInput: { feedElementType: "'FeedItem'" },
  GenericFeedElement: { feedElementType: "'Bundle' | 'Recommendation'" },
  MessageSegmentInputHashTag: { type: "'Hashtag'" },
};

const segments: ReadonlySet<string> = new Set([
  ...(unions.get('MessageSegment') ?? []),
  ...(unions.get('MessageSegmentInput') ?? []),
]);

/** The type of a property that tells members of a union apart. */
export function literalOf(typeName: string, property: string): string | undefined {
  const literal = discriminants[typeName]?.[property];
  if (literal !== undefined || property !== 'type' || !segments.has(typeName)) return literal;
  return `'${typeName.replace(/^MessageSegment(?:Input)?/, '')}'`;
}
