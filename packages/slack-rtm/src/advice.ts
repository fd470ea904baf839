/** What to do about a refusal, where Slack's word for it does not tell. */
export function adviceOn(code: string, method: string): string | undefined {
  switch (code) {
    case 'not_authed':
      return 'give the client a token';
    case 'token_expired':
      return 'give a function as token, or a credential, which gets a fresh one';
    case 'not_allowed_token_type':
      return tokenFor(method);
    case 'legacy_custom_bots_deprecated':
      return 'custom bots have ended; make a Slack app and use Socket Mode';
    case 'method_deprecated':
    case 'deprecated_endpoint':
      return successorOf(method);
    case 'org_login_required':
      return 'the workspace moves to an organisation; use a token of that';
    case 'team_added_to_org':
      return 'the workspace is being moved to an organisation; try again in some minutes';
    case 'limit_required':
      return 'the list is long; ask for it in pages, with limit';
    default:
      return undefined;
  }
}

function tokenFor(method: string): string {
  if (method.startsWith('rtm.'))
    return 'RTM takes tokens of classic apps only; with this one, use Socket Mode';
  if (/^apps\.(connections|event)\./.test(method)) return 'this method takes the token of an app, xapp-…';
  return /^(admin|search|stars|reminders)\./.test(method)
    ? 'this method takes the token of a user, xoxp-…'
    : 'this method takes another kind of token';
}

function successorOf(method: string): string {
  const [, legacy, name] = /^(channels|groups|im|mpim)\.(\w+)$/.exec(method) ?? [];
  if (legacy !== undefined) return `the method has ended; use conversations.${name}`;
  if (method === 'files.upload') return 'the method has ended; use uploadFiles';
  if (method === 'rtm.start') return 'the method has ended; use rtm.connect';
  return 'the method has ended; see its page at docs.slack.dev for another';
}
