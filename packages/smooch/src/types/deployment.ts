import type { Open } from './open.js';
import type { PageFacts } from './page.js';

/** A client of WhatsApp to be run by the service, or one of your own. */
export type DeploymentContent =
  | { readonly hosting: 'smooch'; readonly callbackUrl?: string | undefined }
  | {
      readonly hosting: 'self';
      readonly baseUrl: string;
      readonly username: string;
      readonly password: string;
      readonly callbackUrl?: string | undefined;
    };

/** What makes a deployment that of a phone number. */
export interface Activation {
  readonly phoneNumber: string;
  readonly verifiedNameCertificate: string;
  /** How the code comes. */
  readonly method: 'sms' | 'voice';
}

/** A client of WhatsApp. */
export interface Deployment {
  readonly _id: string;
  readonly status: Open<
    'deleting' | 'error' | 'integrated' | 'pending' | 'registered' | 'starting' | 'unregistered'
  >;
  readonly hosting: Open<'self' | 'smooch'>;
  readonly baseUrl?: string;
  readonly username?: string;
  readonly phoneNumber?: string;
  readonly callbackUrl?: string;
  readonly callbackSecret?: string;
  readonly integrationId?: string;
  readonly appId?: string;
}

/** A deployment, in the envelope of the service. */
export interface DeploymentResponse {
  readonly deployment: Deployment;
}

/** The deployments of an account. They come all at once. */
export interface DeploymentsPage extends PageFacts {
  readonly deployments: readonly Deployment[];
}
