import type { App } from '../../state/model/index.js';
import type { Wire } from '../common/wire.js';

export function viewApp({ id, name, settings: all, metadata }: App): Wire {
  const { attachmentsAccess: _, ...settings } = all;
  return { id, displayName: name, settings, metadata };
}

/** With the part of the host name that is the account's at Zendesk. */
export function viewAppWithSubdomain(app: App): Wire {
  return { ...viewApp(app), subdomain: app.subdomain };
}
