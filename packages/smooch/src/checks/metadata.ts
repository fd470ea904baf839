import type { RefuseOption } from '@x/http-core';

/** The most that metadata takes as JSON, in bytes. */
const mostBytes = 4096;

/**
 * Refuses metadata that the service would: of more than 4,096 bytes as JSON in UTF-8, or with anything in it but texts, numbers
 * and booleans (and `null`, which takes away).
 *
 * @throws `usage` / `INVALID_REQUEST`, which names the field.
 */
export function checkMetadata(refuse: RefuseOption, name: string, metadata: unknown): void {
  if (metadata === undefined || metadata === null) return;
  const isFlat =
    typeof metadata === 'object' &&
    !Array.isArray(metadata) &&
    Object.values(metadata).every(
      (each) => each === null || /^(string|number|boolean|undefined)$/.test(typeof each),
    );
  if (!isFlat) refuse(name, 'a flat object of texts, numbers and booleans');
  if (bytesOf(metadata) > mostBytes) refuse(name, `at most ${mostBytes} bytes long as JSON`);
}

/** How long something is as JSON, in bytes. */
export function bytesOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}
