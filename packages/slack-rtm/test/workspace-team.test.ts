import { describe, expect, test } from 'vitest';
import { behaviour } from './behaviours.js';
import {
  hasRecordings,
  playWorkspace,
  recorded,
  recording,
  send,
  setUpWorkspace,
} from './workspace-setup.js';

describe('the team', () => {
  test(behaviour(78), async () => {
    const made = await setUpWorkspace();
    made.emulator.control.changeDomain('atlas');
    await expect
      .poll(() => made.workspace.team)
      .toMatchObject({
        name: 'Contour Maps',
        domain: 'atlas',
        url: 'https://atlas.slack.com/',
      });
    expect(made.changes).toEqual([{ what: 'team', how: 'changed', id: made.emulator.credentials.teamId }]);
  });

  test.skipIf(!hasRecordings)(behaviour(78, 'as documented of old'), () => {
    const { workspace, play } = playWorkspace();
    play(recording('rtm-docs-2015', /team_domain_change/));
    expect(workspace.team).toMatchObject({ id: 'T0TEAM', domain: 'my', url: 'https://my.slack.com' });
  });

  test(behaviour(79), async () => {
    const made = await setUpWorkspace();
    made.emulator.control.renameTeam('Atlas');
    await expect.poll(() => made.workspace.team?.name).toBe('Atlas');
    expect(made.workspace.team?.id).toBe(made.emulator.credentials.teamId);
  });

  test.skipIf(!hasRecordings)(behaviour(79, 'as documented of old'), () => {
    const { workspace, play } = playWorkspace();
    play(recording('rtm-docs-2015', /team_rename/));
    expect(workspace.team?.name).toBe('New Team Name Inc.');
  });

  test(behaviour(80), async () => {
    const { emulator, workspace, changes, me } = await setUpWorkspace();
    emulator.control.setTeamPref('display_real_names', true);
    emulator.control.setTeamPref('who_can_post', 'all');
    emulator.control.setPref(me, 'theme', 'dense');
    await expect.poll(() => [...workspace.prefs]).toEqual([['theme', 'dense']]);
    expect(workspace.team?.['prefs']).toEqual({ display_real_names: true, who_can_post: 'all' });
    expect(changes.at(-1)).toEqual({ what: 'pref', how: 'added', id: 'theme' });
  });

  test.skipIf(!hasRecordings)(behaviour(80, 'as documented of old'), () => {
    const { workspace, play } = playWorkspace();
    play(recording('rtm-docs-2015', /team_pref_change/), recording('rtm-docs-2015', /^pref_change/));
    expect(workspace.team?.['prefs']).toEqual({ slackbot_responses_only_admins: true });
    expect(workspace.prefs.get('messages_theme')).toBe('dense');
  });

  test.skipIf(!hasRecordings)(behaviour(84, 'plan and e-mail domain'), () => {
    const { workspace, play } = playWorkspace();
    play(recording('rtm-docs', /email_domain_changed/), recording('rtm-docs', /team_plan_change/));
    expect(workspace.team).toMatchObject({
      plan: 'std',
      email_domain: expect.stringContaining('.') as string,
    });
  });
});

describe('user groups', () => {
  test(behaviour(84, 'user groups'), async () => {
    const { web, workspace, changes, me, other } = await setUpWorkspace({ load: { usergroups: true } });
    const made = await web.call<{ usergroup: { id: string } }>('usergroups.create', {
      name: 'Tea',
      handle: 'tea',
    });
    const { id } = made.usergroup;
    await expect.poll(() => workspace.findUsergroup('@tea')?.id).toBe(id);
    await web.call('usergroups.users.update', { usergroup: id, users: `${me},${other}` });
    await expect.poll(() => workspace.usergroups.get(id)?.users).toEqual([me, other]);
    await web.call('usergroups.update', { usergroup: id, handle: 'coffee' });
    await expect.poll(() => workspace.findUsergroup('coffee')?.id).toBe(id);
    await web.call('usergroups.disable', { usergroup: id });
    await expect.poll(() => workspace.usergroups.get(id)?.date_delete ?? 0).toBeGreaterThan(0);
    expect(changes).toContainEqual({ what: 'usergroup', how: 'added', id });
  });

  test(behaviour(84, 'a difference of a user group counts only from what is known'), () => {
    const { workspace, play } = playWorkspace();
    const difference = { type: 'subteam_members_changed', subteam_id: 'S1' };
    play({ type: 'subteam_created', subteam: { id: 'S1', users: ['U1'], user_count: '1', date_update: 10 } });
    play({
      ...difference,
      date_previous_update: 10,
      date_update: 20,
      added_users: ['U2', 'U3'],
      removed_users: ['U1'],
    });
    expect(workspace.usergroups.get('S1')).toEqual({
      id: 'S1',
      users: ['U2', 'U3'],
      user_count: 2,
      date_update: 20,
    });
    expect(workspace.outdated.size).toBe(0);
    play({ ...difference, date_previous_update: 30, date_update: 40, added_users: ['U4'] });
    expect(workspace.usergroups.get('S1')?.users).toEqual(['U2', 'U3']);
    expect([...workspace.outdated]).toEqual(['S1']);
    play({ type: 'subteam_updated', subteam: { id: 'S1', users: ['U2', 'U3', 'U4'], date_update: 40 } });
    expect(workspace.outdated.size).toBe(0);
  });

  test.skipIf(!hasRecordings)(behaviour(84, 'user groups as recorded, and mine'), () => {
    const { workspace, play } = playWorkspace();
    play(...recorded('rtm-captured', /subteam/));
    expect(workspace.findUsergroup('marketing-team')).toMatchObject({ id: 'S0615G0KT', user_count: '0' });
    expect(workspace.usergroups.get('TGX0ALBK3')?.users).toHaveLength(4);
    play({ type: 'subteam_self_added', subteam_id: 'TGX0ALBK3' });
    expect(workspace.usergroups.get('TGX0ALBK3')?.users).toContain('U0ME');
    play({ type: 'subteam_self_removed', subteam_id: 'TGX0ALBK3' });
    expect(workspace.usergroups.get('TGX0ALBK3')?.users).toHaveLength(4);
    play({ type: 'subteam_self_added', subteam_id: 'S0UNKNOWN' });
    expect(workspace.usergroups.get('S0UNKNOWN')).toEqual({ id: 'S0UNKNOWN' });
    expect(workspace.stubs.has('S0UNKNOWN')).toBe(true);
  });
});

describe('emoji and do-not-disturb', () => {
  test(behaviour(84, 'emoji'), async () => {
    const { emulator, workspace, changes } = await setUpWorkspace({ load: { emoji: true } });
    emulator.control.addEmoji('map', 'https://emoji.example/map.png');
    await expect.poll(() => workspace.emoji.get('map')).toBe('https://emoji.example/map.png');
    emulator.control.removeEmoji('map');
    await expect.poll(() => workspace.emoji.has('map')).toBe(false);
    expect(changes).toEqual([
      { what: 'emoji', how: 'added', id: 'map' },
      { what: 'emoji', how: 'removed', id: 'map' },
    ]);
  });

  test(behaviour(84, 'emoji with another name, and all of them'), async () => {
    const made = await setUpWorkspace({ load: { emoji: true } });
    const { emulator, workspace } = made;
    emulator.control.addEmoji('map', 'https://emoji.example/map.png');
    await expect.poll(() => workspace.emoji.has('map')).toBe(true);
    await send(made, { type: 'emoji_changed', subtype: 'rename', old_name: 'map', new_name: 'atlas' });
    expect(workspace.emoji.get('atlas')).toBe('https://emoji.example/map.png');
    expect(workspace.emoji.has('map')).toBe(false);
    // Nothing said: it asks.
    emulator.control.requests.clear();
    await send(made, { type: 'emoji_changed' });
    await expect.poll(() => [...workspace.emoji.keys()]).toContain('map');
    expect(workspace.emoji.has('atlas')).toBe(false);
    expect(emulator.control.requests.matching({ path: '/api/emoji.list' })).toHaveLength(1);
  });

  test(behaviour(84, 'do-not-disturb'), async () => {
    const { web, workspace, me } = await setUpWorkspace({ load: { dnd: true } });
    expect(workspace.dnd.get(me)).toMatchObject({ dnd_enabled: expect.any(Boolean) as boolean });
    await web.call('dnd.setSnooze', { num_minutes: 10 });
    await expect.poll(() => workspace.dnd.get(me)?.snooze_enabled).toBe(true);
    await web.call('dnd.endSnooze');
    await expect.poll(() => workspace.dnd.get(me)?.snooze_enabled).toBe(false);
  });

  test.skipIf(!hasRecordings)(behaviour(84, 'do-not-disturb as documented of old'), () => {
    const { workspace, play } = playWorkspace();
    play(recording('rtm-docs-2015', /dnd_updated\./), recording('rtm-docs-2015', /dnd_updated_user/));
    expect(workspace.dnd.get('U1234')).toMatchObject({ dnd_enabled: true, snooze_endtime: 1_450_373_897 });
  });
});
