import type { Emulator, SmoochCredentials } from '@x/emulators';

/** What the suite of all clients needs to know of a client that signs its own tokens, by whichever version. */
export const signedTokens = {
  secrets: (emulator: Emulator<object>): readonly string[] => [
    (emulator.credentials as SmoochCredentials).secret,
    'eyJ',
  ],

  /** From now on the token that was shown last is refused. */
  expire({ control }: Emulator<object>): void {
    const stale = control.requests.all.at(-1)?.headers['authorization'];
    control.faults.add({
      match: { where: ({ headers }) => headers['authorization'] === stale },
      fault: { kind: 'status', status: 401 },
      times: Infinity,
    });
  },

  renewals: ({ control }: Emulator<object>): number =>
    new Set(control.requests.all.map(({ headers }) => headers['authorization'])).size - 1,
};
