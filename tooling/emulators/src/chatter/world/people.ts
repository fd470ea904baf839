import type { Random } from '../../frame/index.js';
import { type Ids, keyPrefix } from '../ids.js';
import type { User } from '../state/model.js';

const companyName = 'Northlight Boat Rental';

/** The people of the org. The third has left, so that there is somebody who may not come in. */
export function seedPeople(ids: Ids, random: Random): { mara: User; tomas: User; jonas: User } {
  const person = (
    own: Pick<User, 'firstName' | 'lastName' | 'nickname' | 'title' | 'aboutMe' | 'mobile' | 'isActive'>,
  ): User => {
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
  };
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
