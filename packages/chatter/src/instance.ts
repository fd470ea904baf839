import { checkBaseUrl } from '@x/http-core';
import { refuseOption } from './errors.js';

/** Hosts that belong to Salesforce: a credential may be taken there when Salesforce says that the org has moved. */
const salesforceHosts = /\.(salesforce\.(com|mil)|force\.com|my\.site\.com|sfcrmproducts\.cn)$/;

/** Where tokens are asked for when nobody says: Salesforce's own login host, or else the instance itself. */
export function loginUrlFor(instanceUrl: string): string {
  const { hostname } = new URL(instanceUrl);
  if (!salesforceHosts.test(hostname)) return instanceUrl;
  return hostname.includes('.sandbox.') ? 'https://test.salesforce.com' : 'https://login.salesforce.com';
}

/**
 * The instance that a token answer names, if credentials may be taken there; `undefined` if not. It must be https, or
 * http on this machine, and Salesforce's own or one of the allowed: `name` or `name:port`.
 */
export function acceptInstance(named: unknown, allowedHosts: readonly string[] = []): string | undefined {
  try {
    const url = checkBaseUrl(refuseOption, 'instance_url', named);
    const { host, hostname } = new URL(url);
    const allowed = allowedHosts.includes(host) || allowedHosts.includes(hostname);
    return allowed || salesforceHosts.test(hostname) ? url : undefined;
  } catch {
    return undefined;
  }
}
