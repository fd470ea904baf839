import { describe, expect, test } from 'vitest';
import type { SlackFrame } from '../src/index.js';
import { hasRecordings, playWorkspace, recorded } from './workspace-setup.js';

/** What stands where something else should. */
const oddities: readonly unknown[] = [undefined, null, 5, '', 'x', true, [], [null], {}];

// An event as often as there are fields in it, each time with something odd in one of them.
function* variantsOf(value: object): Generator<object> {
  for (const [name, held] of Object.entries(value)) {
    if (name === 'type') continue;
    for (const odd of oddities) yield { ...value, [name]: odd };
    if (typeof held === 'object' && held !== null && !Array.isArray(held)) {
      for (const variant of variantsOf(held as object)) yield { ...value, [name]: variant };
    }
  }
}

describe('a workspace', () => {
  test.skipIf(!hasRecordings).each(['rtm-captured', 'rtm-docs', 'rtm-docs-2015', 'rtm-control'])(
    'takes events of %s with anything in their fields',
    (folder) => {
      const { workspace, play } = playWorkspace({ history: 10 });
      for (const event of recorded(folder, /\.json$/)) {
        play(event);
        for (const variant of variantsOf(event)) play(variant as SlackFrame);
      }
      expect(workspace.users.get('')).toBeUndefined();
      expect([...workspace.presence.keys()].every((id) => typeof id === 'string')).toBe(true);
    },
  );

  test('takes lists that are none for nothing', () => {
    const { workspace, play } = playWorkspace();
    const subteam = { id: 'S1', handle: 'ops', users: ['U1'], date_update: 1 };
    play(
      { type: 'subteam_created', subteam },
      { type: 'subteam_members_changed', subteam_id: 'S1', date_previous_update: 1, added_users: null },
      { type: 'emoji_changed', subtype: 'remove', names: null },
      { type: 'presence_change', users: null, presence: 'active' },
    );
    expect(workspace.usergroups.get('S1')?.users).toEqual(['U1']);
    expect(workspace.presence.size).toBe(0);
  });
});
