import type { Random } from '../../frame/index.js';
import { type Ids, keyPrefix } from '../ids.js';
import type { User } from '../state/model.js';
import type { ChatterState } from '../state/state.js';

const companyName = 'Northlight Boat Rental';

/** What is known of somebody by themselves. */
type Own = Pick<User, 'firstName' | 'lastName' | 'nickname' | 'title' | 'aboutMe' | 'mobile' | 'isActive'>;

/** The people of the org. The third has left, so that there is somebody who may not come in. */
export function seedPeople(ids: Ids, random: Random): { mara: User; tomas: User; jonas: User } {
  const person = (own: Own): User => employ(own, ids, random);
  return {
    mara: person({
      firstName: 'Mara',
      lastName: 'Lindqvist',
      nickname: 'mara.lindqvist',
      title: 'Managing Director',
      aboutMe: 'Boats, books & bills.',
      mobile: '+46 70 000 00 00',
      isActive: true,
    }),
    tomas: person({
      firstName: 'Tomás',
      lastName: 'Rivera',
      nickname: 'tomas.rivera',
      title: 'Workshop',
      aboutMe: null,
      mobile: null,
      isActive: true,
    }),
    jonas: person({
      firstName: 'Jonas',
      lastName: 'Weber',
      nickname: 'jonas.weber',
      title: null,
      aboutMe: null,
      mobile: null,
      isActive: false,
    }),
  };
}

/** Takes somebody on who was not there in the beginning. A name that somebody has already throws. */
export function addPerson(
  state: ChatterState,
  random: Random,
  names: Pick<User, 'firstName' | 'lastName'>,
): User {
  const { firstName, lastName } = names;
  const nickname = `${firstName}.${lastName}`.toLowerCase().replaceAll(/\s+/g, '');
  if ([...state.users.values()].some((user) => user.nickname === nickname)) {
    throw new RangeError(`There is a user ${nickname} already.`);
  }
  const own: Own = {
    firstName,
    lastName,
    nickname,
    title: null,
    aboutMe: null,
    mobile: null,
    isActive: true,
  };
  const user = employ(own, state.ids, random);
  state.users.set(user.id, user);
  return user;
}

function employ(own: Own, ids: Ids, random: Random): User {
  const email = `${own.nickname}@northlight.example.com`;
  return {
    ...own,
    id: ids.next(keyPrefix.user),
    username: email,
    email,
    password: random.base62(16),
    companyName,
    country: 'SE',
  };
}
