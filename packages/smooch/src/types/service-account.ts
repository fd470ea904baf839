import type { PageFacts } from './page.js';

/** Something that acts in the name of the account, with keys of its own. */
export interface ServiceAccount {
  readonly _id: string;
  readonly name: string;
}

/** A service account, in the envelope of the service. */
export interface ServiceAccountResponse {
  readonly serviceAccount: ServiceAccount;
}

/** A page of the service accounts. */
export interface ServiceAccountsPage extends PageFacts {
  readonly serviceAccounts: readonly ServiceAccount[];
}
