import type { CallOptions, Pages } from '@x/http-core';
import { offsetPages } from '../offset-pages.js';
import { partsOf } from '../parts.js';
import { path } from '../path.js';
import { removed } from '../remove.js';
import type {
  Activation,
  Deployment,
  DeploymentContent,
  DeploymentResponse,
  DeploymentsPage,
} from '../types/deployment.js';
import type { Smooch } from '../types/smooch.js';

/** The clients of WhatsApp of an account. They take a key of the account. */
export interface Deployments {
  /** @see `GET /whatsapp/deployments` */
  list(call?: CallOptions): Pages<Deployment, DeploymentsPage>;
  /** @see `GET /whatsapp/deployments/{deploymentId}` */
  get(deploymentId: string, call?: CallOptions): Promise<DeploymentResponse>;
  /** @see `POST /whatsapp/deployments` */
  create(deployment: DeploymentContent, call?: CallOptions): Promise<DeploymentResponse>;
  /**
   * Takes one away. One that takes its time comes back with the status `deleting`; of one that is gone there is no `deployment`.
   *
   * @see `DELETE /whatsapp/deployments/{deploymentId}`
   */
  delete(deploymentId: string, call?: CallOptions): Promise<Partial<DeploymentResponse>>;
  /**
   * Has a code sent to a phone number, which {@link confirmCode} takes.
   *
   * @see `POST /whatsapp/deployments/{deploymentId}/activate`
   */
  activate(deploymentId: string, activation: Activation, call?: CallOptions): Promise<DeploymentResponse>;
  /** @see `POST /whatsapp/deployments/{deploymentId}/code/confirm` */
  confirmCode(
    deploymentId: string,
    confirmation: { readonly code: string },
    call?: CallOptions,
  ): Promise<DeploymentResponse>;
}

/**
 * The deployments of a client's account. Methods reject as those of {@link Smooch} do.
 *
 * @example
 * ```ts
 * import { deployments, type Smooch } from '@x/smooch';
 *
 * export async function isReady(smooch: Smooch, deploymentId: string): Promise<boolean> {
 *   const { deployment } = await deployments(smooch).get(deploymentId);
 *   return deployment.status === 'registered';
 * }
 * ```
 */
export function deployments(smooch: Smooch): Deployments {
  const { root } = partsOf(smooch);
  const all = '/whatsapp/deployments';
  const at = (deploymentId: string): string => all + path`/${deploymentId}`;
  return {
    list: (call) => offsetPages(root, () => all, 'deployments', {}, call),
    get: async (deploymentId, call) => root.json('GET', at(deploymentId), call),
    create: async (json, call) => root.json('POST', all, { ...call, json }),
    delete: async (deploymentId, call) => (await removed(root, at(deploymentId), call)) ?? {},
    activate: async (deploymentId, json, call) =>
      root.json('POST', `${at(deploymentId)}/activate`, { ...call, json }),
    confirmCode: async (deploymentId, json, call) =>
      root.json('POST', `${at(deploymentId)}/code/confirm`, { ...call, json }),
  };
}
