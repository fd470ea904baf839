/** The system's word for a broken connection, which Node.js hands down as the cause of a cause; browsers tell none. */
export function connectionCode(error: Error): string | undefined {
  return (error.cause as { readonly cause?: { readonly code?: string } } | undefined)?.cause?.code;
}

/** Whether the connection failed before anything could be sent over it. */
export function neverConnected(code = ''): boolean {
  return /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|E(HOST|NET)UNREACH|UND_ERR_CONNECT_TIMEOUT)$/.test(code);
}
