/** What a page does when it goes to sleep, and when it wakes up. */
export interface PageLife {
  /** Its connections are of no use any more. */
  readonly leave: (code: 'OFFLINE' | 'PAGE_HIDDEN', message: string) => void;
  /** What was asleep may be dead; what waits need not. */
  readonly wake: () => void;
}

/** Watches the page that this runs in, or the worker; what is returned ends that. */
export function watchPage({ leave, wake }: PageLife): () => void {
  const { document } = globalThis as {
    readonly document?: EventTarget & { readonly visibilityState: string };
  };
  const page: EventTarget = globalThis;
  const hide = (): void => {
    leave('PAGE_HIDDEN', 'the page was put to sleep');
  };
  const watched: readonly (readonly [EventTarget | undefined, string, () => void])[] = [
    [page, 'online', wake],
    [page, 'offline', () => leave('OFFLINE', 'the machine lost its network')],
    [page, 'pagehide', hide],
    [page, 'pageshow', wake],
    [document, 'freeze', hide],
    [document, 'resume', wake],
    [
      document,
      'visibilitychange',
      () => {
        if (document?.visibilityState === 'visible') wake();
      },
    ],
  ];
  for (const [target, type, listener] of watched) target?.addEventListener(type, listener);
  return () => {
    for (const [target, type, listener] of watched) target?.removeEventListener(type, listener);
  };
}
