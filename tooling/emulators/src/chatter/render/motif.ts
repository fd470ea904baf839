import { bodyOf, type Json, since } from './json.js';

const colors: Readonly<Record<string, string>> = { profile: '65CAE4', accounts: '7F8DE1' };

/** The icon and colour of a kind of thing, as the classic interface shows them. */
export function renderMotif(version: number, kind: 'profile' | 'accounts'): Json {
  return bodyOf(version, {
    color: colors[kind] ?? null,
    largeIconUrl: `/img/icon/${kind}64.png`,
    mediumIconUrl: `/img/icon/${kind}32.png`,
    smallIconUrl: `/img/icon/${kind}16.png`,
    svgIconUrl: since(34, null),
  });
}
