/**
 * Bytes as base64.
 *
 * @example
 * ```ts
 * import { toBase64 } from '@x/http-core/oauth';
 *
 * export const basic: string = `Basic ${toBase64(new TextEncoder().encode('id:secret'))}`;
 * ```
 */
export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/** Bytes as base64 that can stand in a URL. */
export function toBase64Url(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
