/** What can be switched while the emulator runs, where the service is not documented well enough or differs by account. */
export interface SmoochSwitches {
  /** Whether v2 turns `%[label](…)` in the text of a business message into buttons. Older versions always do. Default false. */
  shorthandInV2: boolean;
  /** Whether channels report at once what became of a message, or only when told to by `channel(type).deliver`. Default true. */
  reportDeliveries: boolean;
  /** How many apps the plan of the account allows. Default 100. */
  appLimit: number;
  /** Whether the owner of the app says no to partners who ask to be let in. Default false. */
  refuseOAuth: boolean;
  /** Told, by a POST, that a partner's access to an app is taken away. Default: nobody is. */
  removeUrl: string | undefined;
  /** Whether targets of new webhooks are asked by HEAD whether they are there, and then their hosts. Default false. */
  checkTargets: boolean;
  /** Whether files of v2 are only for those with credentials of the API, as in new accounts. Default false. */
  privateAttachments: boolean;
  /** Whether v1 takes the header `app-token` in place of credentials, as until 2017. Default false. */
  appToken: boolean;
  /** Whether a deployment that is deleted is first told to be going, with 202. Default false. */
  slowDeploymentRemoval: boolean;
  /** Under which name a page of the templates of WhatsApp tells where the next one begins. Default `after`. */
  messageTemplatesCursor: 'after' | 'next';
}

export function createSwitches(): SmoochSwitches {
  return {
    shorthandInV2: false,
    reportDeliveries: true,
    appLimit: 100,
    refuseOAuth: false,
    removeUrl: undefined,
    checkTargets: false,
    privateAttachments: false,
    appToken: false,
    slowDeploymentRemoval: false,
    messageTemplatesCursor: 'after',
  };
}
