/** How a login ends for somebody who has to prove to be human: with a page at once, or with a redirect to one. */
export type Captcha = 'page' | 'redirect';

/** What can be switched while the emulator runs. */
export interface Switches {
  captcha: Captcha | undefined;
  accountMissing: boolean;
  readOnly: boolean;
  socketsRefused: boolean;
}

export function createSwitches(): Switches {
  return { captcha: undefined, accountMissing: false, readOnly: false, socketsRefused: false };
}
