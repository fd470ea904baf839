/** What can be switched while the emulator runs, where the service is not documented well enough or differs by account. */
export interface SmoochSwitches {
  /** Whether v2 turns `%[label](…)` in the text of a business message into buttons. Older versions always do. Default false. */
  shorthandInV2: boolean;
  /** Whether channels report at once what became of a message, or only when told to by `channel(type).deliver`. Default true. */
  reportDeliveries: boolean;
  /** How many apps the plan of the account allows. Default 100. */
  appLimit: number;
}

export function createSwitches(): SmoochSwitches {
  return { shorthandInV2: false, reportDeliveries: true, appLimit: 100 };
}
