/** Ends a call when the client is closed, but not while it is on its way. */
export interface Hold {
  /** It waits, and nobody knows yet whether it will be sent. */
  wait(): void;
  /** It is on its way, or over. */
  go(): void;
}

/** Makes it. A call that is made after the client was closed is nobody's business here. */
export function createHold(closing: AbortSignal, end: () => void): Hold {
  const counts = !closing.aborted;
  return {
    wait() {
      if (!counts) return;
      if (closing.aborted) end();
      else closing.addEventListener('abort', end);
    },
    go() {
      closing.removeEventListener('abort', end);
    },
  };
}
