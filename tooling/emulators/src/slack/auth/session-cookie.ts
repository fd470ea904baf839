/** The cookie `d`, as it was sent, from the header that holds all of them. */
export function sessionCookieOf(header: string | null | undefined): string | undefined {
  return /(?:^|;\s*)d=([^;]*)/.exec(header ?? '')?.[1];
}
