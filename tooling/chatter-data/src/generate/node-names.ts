const roots: Readonly<Record<string, string>> = {
  '/chatter': 'Chatter',
  '/connect': 'Connect',
  '/connect/communities/{communityId}': 'CommunityConnect',
  '/connect/communities/{communityId}/chatter': 'CommunityChatter',
};

/** Parts whose names would repeat, or be taken for, the name of another path. */
const shortened: Readonly<Record<string, string>> = {
  file: 'file-uploads',
  'group-records': 'records-of-groups',
  'topic-endorsements': 'endorsements',
  'topic-opt-outs': 'opt-outs',
};

function pascal(part: string): string {
  return (shortened[part] ?? part)
    .split('-')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');
}

/** What the types of a path are called: `/chatter/users/{userId}/followers` is `UserFollowers`. */
export function toNodeName(path: string): string {
  const root = roots[path];
  if (root !== undefined) return root;
  const inCommunity = /^\/connect\/communities\/\{communityId\}(?=\/)(?:\/chatter)?/.exec(path)?.[0];
  const rest = inCommunity === undefined ? path.replace(/^\/[^/]+/, '') : path.slice(inCommunity.length);
  const words: string[] =
    inCommunity !== undefined ? ['Community'] : path.startsWith('/connect/records') ? ['Connect'] : [];
  for (const part of rest.split('/').filter((each) => each !== '')) {
    const placeholder = /^\{(?<name>\w+?)(?:Id)?\}$/.exec(part)?.groups?.['name'];
    const word = pascal(placeholder ?? part);
    const last = words.at(-1);
    // `users/{userId}` is one user, and `group-memberships/{membershipId}` one membership.
    const isSingular = placeholder !== undefined && last !== undefined && isOneOf(word, last);
    if (isSingular) words[words.length - 1] = singular(last);
    else words.push(word);
  }
  return words.join('');
}

function singular(word: string): string {
  return word.replace(/ies$/, 'y').replace(/s$/, '');
}

function isOneOf(word: string, plural: string): boolean {
  return plural.endsWith('s') && (singular(plural) === word || singular(plural).endsWith(word));
}

/** The name of the type of a node. */
export function toNodeType(path: string): string {
  return roots[path] ?? `${toNodeName(path)}Node`;
}
