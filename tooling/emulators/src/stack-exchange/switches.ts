import type { Person } from './state/model.js';

/** How a login ends for somebody who has to prove to be human: with a page at once, or with a redirect to one. */
export type Captcha = 'page' | 'redirect';

/** What can be switched while the emulator runs. */
export interface Switches {
  captcha: Captcha | undefined;
  /** Who has a login and no account on the site yet, which they can have made for them. */
  withoutAccount: Set<Person>;
  readOnly: boolean;
  socketsRefused: boolean;
}

export function createSwitches(): Switches {
  return { captcha: undefined, withoutAccount: new Set(), readOnly: false, socketsRefused: false };
}
