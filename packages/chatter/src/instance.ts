/** Hosts that belong to Salesforce: a credential may be taken there when Salesforce says that the org has moved. */
const salesforceHosts = /\.(salesforce\.(com|mil)|force\.com|my\.site\.com|sfcrmproducts\.cn)$/;

/** Where tokens are asked for when nobody says: Salesforce's own login host, or else the instance itself. */
export function loginUrlFor(instanceUrl: string): string {
  const { hostname } = new URL(instanceUrl);
  if (!salesforceHosts.test(hostname)) return instanceUrl;
  return hostname.includes('.sandbox.') ? 'https://test.salesforce.com' : 'https://login.salesforce.com';
}

/** The instance to go on with: the one that a token answer names, if credentials may be taken there. */
export function acceptInstance(current: string, named: unknown, allowedHosts: readonly string[]): string {
  if (typeof named !== 'string' || !URL.canParse(named)) return current;
  const { protocol, hostname, username, password, origin, pathname } = new URL(named);
  const allowed = salesforceHosts.test(hostname) || allowedHosts.includes(hostname);
  return protocol === 'https:' && username + password === '' && allowed
    ? (origin + pathname).replace(/\/+$/, '')
    : current;
}
