import type { DoNotDisturb } from '../types/people-events.js';
import type { User } from '../types/user.js';
import type { Wants } from './load-options.js';
import type { Loader } from './loader.js';

/** What was loaded of people. */
export interface LoadedPeople {
  readonly users: readonly User[] | undefined;
  readonly dnd: Readonly<Record<string, DoNotDisturb>> | undefined;
}

/** How many people one call tells of that may not be disturbed. */
const mostDisturbed = 50;

export async function loadPeople(
  loader: Loader,
  wants: Wants,
  known: () => Iterable<User>,
): Promise<LoadedPeople> {
  const users =
    wants.users === 'eager'
      ? await loader.piece('users', () => loader.list<User>('users', 'users.list', {}, 'members'))
      : undefined;
  if (users !== undefined) loader.tell({ what: 'users', count: users.length, done: true });
  const dnd = wants.dnd
    ? await loader.piece('dnd', () => loadDisturbed(loader, users ?? [...known()]))
    : undefined;
  return { users, dnd };
}

async function loadDisturbed(
  { web, call, tell }: Loader,
  users: readonly User[],
): Promise<Record<string, DoNotDisturb>> {
  const people = users.filter(({ deleted, is_bot: isBot }) => deleted !== true && isBot !== true);
  const found: Record<string, DoNotDisturb> = {};
  for (let from = 0; from < people.length; from += mostDisturbed) {
    const ids = people.slice(from, from + mostDisturbed).map(({ id }) => id);
    const answer = await web.call<{ users: Record<string, DoNotDisturb> }>(
      'dnd.teamInfo',
      { users: ids },
      call,
    );
    Object.assign(found, answer.users);
    tell({ what: 'dnd', count: Object.keys(found).length, done: from + mostDisturbed >= people.length });
  }
  return found;
}
