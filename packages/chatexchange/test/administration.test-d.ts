import { expectTypeOf, test } from 'vitest';
import {
  createChatExchange,
  type Bookmark,
  type DefaultAccess,
  type ImageSource,
  type NewRoom,
  type ParentUser,
  type Room,
  type RoomChanges,
  type User,
  type UserAccess,
} from '../src/index.js';

const chat = createChatExchange({});
const room: Room = chat.getRoom(1);
const user: User = chat.getUser(1);

test('what actions resolve with has its type', () => {
  expectTypeOf(room.kickMute(user)).resolves.toEqualTypeOf<string>();
  expectTypeOf(room.moveMessages([1], 12)).resolves.toEqualTypeOf<number>();
  expectTypeOf(room.bookmark(1, 2, 'x')).resolves.toEqualTypeOf<Bookmark>();
  expectTypeOf(room.invite(1)).resolves.toEqualTypeOf<string>();
  expectTypeOf(user.pairOff('x')).resolves.toEqualTypeOf<Room>();
  expectTypeOf(chat.createRoom({ name: 'x' })).resolves.toEqualTypeOf<Room>();
  expectTypeOf(chat.getUsers([1, user])).resolves.toEqualTypeOf<readonly (User | undefined)[]>();
  expectTypeOf(chat.searchUsers('x', { limit: 3 })).resolves.toEqualTypeOf<readonly User[]>();
  expectTypeOf(chat.joinFavorites()).resolves.toEqualTypeOf<readonly Room[]>();
  expectTypeOf(chat.uploadImage(new Blob())).resolves.toEqualTypeOf<string>();
});

test('what is known of a user has its type', async () => {
  expectTypeOf(await user.lastSeenAt).toEqualTypeOf<number | undefined>();
  expectTypeOf(await user.parentUser).toEqualTypeOf<ParentUser | undefined>();
  expectTypeOf(await user.ownedRooms).toEqualTypeOf<readonly Room[]>();
  expectTypeOf((await user.load()).name).toEqualTypeOf<string>();
});

test('what cannot be is an error', () => {
  expectTypeOf<'king'>().not.toExtend<UserAccess>();
  expectTypeOf<'public'>().not.toExtend<DefaultAccess>();
  expectTypeOf<object>().not.toExtend<NewRoom>();
  expectTypeOf<object>().toExtend<RoomChanges>();
  expectTypeOf<string>().not.toExtend<ImageSource>();
});
