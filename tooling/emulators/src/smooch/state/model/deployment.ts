export type DeploymentStatus =
  | 'starting'
  | 'unregistered'
  | 'pending'
  | 'registered'
  | 'integrated'
  | 'deleting'
  | 'error';

/** A server for one number on WhatsApp. */
export interface Deployment {
  readonly id: string;
  status: DeploymentStatus;
  readonly hosting: 'smooch' | 'self';
  readonly baseUrl: string | undefined;
  readonly username: string | undefined;
  phoneNumber: string | undefined;
  readonly callbackUrl: string | undefined;
  readonly callbackSecret: string;
}
