import type { CallOptions, Pages } from '@x/http-core';
import { appPath, callsOf } from '../calls.js';
import type { Sunshine } from '../client.js';
import { list } from '../list.js';
import { switchboardPath } from '../switchboard-path.js';
import type { Page } from '../types/page.js';
import type { Switchboard, SwitchboardResponse, SwitchboardUpdateBody } from '../types/switchboard.js';

/** What decides who answers in an app. */
export interface Switchboards {
  /**
   * The one switchboard of an app, or none.
   *
   * @see `GET /v2/apps/{appId}/switchboards`, "List Switchboards".
   */
  list(call?: CallOptions): Pages<Switchboard, Page<'switchboards', Switchboard>>;

  /**
   * Rejects with `refused` / `bad_request` when the app has one.
   *
   * @see `POST /v2/apps/{appId}/switchboards`, "Create Switchboard".
   */
  create(call?: CallOptions): Promise<SwitchboardResponse>;

  /**
   * Rejects with `refused` / `switchboard_not_found` when there is none of this id.
   *
   * @see `PATCH /v2/apps/{appId}/switchboards/{switchboardId}`, "Update Switchboard".
   */
  update(
    switchboardId: string,
    changes: SwitchboardUpdateBody,
    call?: CallOptions,
  ): Promise<SwitchboardResponse>;

  /** @see `DELETE /v2/apps/{appId}/switchboards/{switchboardId}`, "Delete Switchboard". */
  delete(switchboardId: string, call?: CallOptions): Promise<void>;
}

/**
 * What decides who answers in an app.
 *
 * @example
 * ```ts
 * import { switchboardIntegrations, switchboards, type Sunshine } from '@x/smooch/v2';
 *
 * export async function botFirst(sunshine: Sunshine, integrationId: string): Promise<void> {
 *   const { switchboard } = await switchboards(sunshine).create();
 *   const { switchboardIntegration } = await switchboardIntegrations(sunshine).create(switchboard.id, {
 *     name: 'bot',
 *     integrationId,
 *   });
 *   await switchboards(sunshine).update(switchboard.id, {
 *     enabled: true,
 *     defaultSwitchboardIntegrationId: switchboardIntegration.id,
 *   });
 * }
 * ```
 */
export function switchboards(sunshine: Sunshine): Switchboards {
  const calls = callsOf(sunshine);
  const all = (): string => `${appPath(sunshine)}/switchboards`;
  return {
    list: (call) =>
      list<Switchboard, Page<'switchboards', Switchboard>>(sunshine, {
        target: all,
        items: (page) => page.switchboards,
        call,
      }),
    create: async (call) => calls.post(all(), undefined, call),
    update: async (switchboardId, changes, call) =>
      calls.patch(switchboardPath(sunshine, switchboardId), changes, call),
    delete: async (switchboardId, call) => calls.remove(switchboardPath(sunshine, switchboardId), {}, call),
  };
}
