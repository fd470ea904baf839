import type { CallOptions, Pages } from '@x/http-core';
import { checkRange } from '../../checks/values.js';
import { refuseArgument } from '../../errors.js';
import { path } from '../../path.js';
import { callsOf } from '../calls.js';
import type { Sunshine } from '../client.js';
import { list } from '../list.js';
import { switchboardPath } from '../switchboard-path.js';
import type { Page } from '../types/page.js';
import type {
  SwitchboardIntegration,
  SwitchboardIntegrationCreateBody,
  SwitchboardIntegrationResponse,
  SwitchboardIntegrationUpdateBody,
} from '../types/switchboard.js';

/** Those who can answer by a switchboard: ten at most. */
export interface SwitchboardIntegrations {
  /** @see `GET …/switchboards/{switchboardId}/switchboardIntegrations`, "List Switchboard Integrations". */
  list(
    switchboardId: string,
    call?: CallOptions,
  ): Pages<SwitchboardIntegration, Page<'switchboardIntegrations', SwitchboardIntegration>>;

  /**
   * Rejects with `refused` / `too_many_switchboard_integrations` when there are ten.
   *
   * @see `POST …/switchboards/{switchboardId}/switchboardIntegrations`, "Create Switchboard Integration".
   */
  create(
    switchboardId: string,
    integration: SwitchboardIntegrationCreateBody,
    call?: CallOptions,
  ): Promise<SwitchboardIntegrationResponse>;

  /** @see `PATCH …/switchboardIntegrations/{switchboardIntegrationId}`, "Update Switchboard Integration". */
  update(
    switchboardId: string,
    switchboardIntegrationId: string,
    changes: SwitchboardIntegrationUpdateBody,
    call?: CallOptions,
  ): Promise<SwitchboardIntegrationResponse>;

  /** @see `DELETE …/switchboardIntegrations/{switchboardIntegrationId}`, "Delete Switchboard Integration". */
  delete(switchboardId: string, switchboardIntegrationId: string, call?: CallOptions): Promise<void>;
}

/**
 * Those who can answer by a switchboard.
 *
 * @example
 * ```ts
 * import { switchboardIntegrations, type Sunshine } from '@x/smooch/v2';
 *
 * export async function addAgents(sunshine: Sunshine, switchboardId: string): Promise<void> {
 *   await switchboardIntegrations(sunshine).create(switchboardId, {
 *     name: 'agents',
 *     integrationType: 'zd:agentWorkspace',
 *     messageHistoryCount: 10,
 *   });
 * }
 * ```
 */
export function switchboardIntegrations(sunshine: Sunshine): SwitchboardIntegrations {
  const calls = callsOf(sunshine);
  const all = (switchboardId: string): string =>
    `${switchboardPath(sunshine, switchboardId)}/switchboardIntegrations`;

  function check({ name, messageHistoryCount }: SwitchboardIntegrationUpdateBody): void {
    if (!sunshine.checks) return;
    if (name !== undefined && !/^[\w-]{1,128}$/.test(name)) {
      refuseArgument('name', '1 to 128 letters, digits, "_" and "-"');
    }
    checkRange(refuseArgument, 'messageHistoryCount', messageHistoryCount, 1, 10);
  }

  return {
    list: (switchboardId, call) =>
      list<SwitchboardIntegration, Page<'switchboardIntegrations', SwitchboardIntegration>>(sunshine, {
        target: () => all(switchboardId),
        items: (page) => page.switchboardIntegrations,
        call,
      }),
    async create(switchboardId, integration, call) {
      check(integration);
      return calls.post(all(switchboardId), integration, call);
    },
    async update(switchboardId, switchboardIntegrationId, changes, call) {
      check(changes);
      return calls.patch(all(switchboardId) + path`/${switchboardIntegrationId}`, changes, call);
    },
    delete: async (switchboardId, switchboardIntegrationId, call) =>
      calls.remove(all(switchboardId) + path`/${switchboardIntegrationId}`, {}, call),
  };
}
