/** The address of a picture, of what the service calls its hash: the address itself after a `!`, or a hash of Gravatar. */
export function pictureOf(hash: unknown): string | undefined {
  if (typeof hash !== 'string') return undefined;
  if (hash.startsWith('!')) return hash.slice(1) || undefined;
  return /^[\da-f]{32}$/i.test(hash)
    ? `https://www.gravatar.com/avatar/${hash}?s=128&d=identicon&r=PG`
    : undefined;
}
