// What the README of the npm package "chatexchange" does with the three chats, done with emulated ones.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { env } from 'node:process';
import { trial } from '../trial.mjs';
import { leadTo } from './network.mjs';

const { url, hosts } = JSON.parse(env.CONNECTION);
leadTo(url);
const { default: Client, ChatEventType } = createRequire(import.meta.url)('chatexchange');

for (const [host, { ids, email, password, name, roomId, roomName }] of Object.entries(hosts)) {
  const client = new Client(host);
  const room = client.getRoom(roomId);
  let jar;

  await trial(`${host}: logs in with e-mail and password`, async () => {
    jar = await client.login(email, password);
    const me = await client.getMe();
    assert.equal(me.id, ids.me);
  });

  await trial(`${host}: a profile has its numbers`, async () => {
    const profile = await client.getProfile(ids.other);
    assert.equal(profile.id, ids.other);
    for (const key of ['messageCount', 'roomCount', 'reputation', 'lastSeen']) {
      assert.ok(Number.isInteger(profile[key]) && profile[key] >= 0, `${key}: ${profile[key]}`);
    }
    assert.ok(Number.isInteger(profile.parentId), `parentId: ${profile.parentId}`);
    assert.equal((await client.getProfile(ids.me)).name, name);
  });

  await trial(`${host}: a room is joined, and says who is there`, async () => {
    assert.equal(await client.joinRoom(room), true);
    const users = await client.listUsers(room);
    assert.ok(users.length > 0 && users.every(({ id }) => Number.isInteger(id)), 'users');
  });

  await trial(`${host}: what is sent comes back as an event, once`, async () => {
    await room.watch();
    const heard = [];
    room.on('message', (event) => {
      if (event.eventType === ChatEventType.MESSAGE_POSTED) heard.push(event);
    });
    const sent = await room.sendMessage('hello, world');
    const last = await room.sendMessage('and on');
    while (heard.at(-1)?.id !== last.id) await once(room, 'message');
    assert.deepEqual(
      heard.map(({ id }) => id),
      [sent.id, last.id],
    );
    assert.equal(await heard[0].content, 'hello, world');
    assert.equal((await heard[0].user).id, ids.me);
  });

  await trial(`${host}: a message is found in its transcript, with author, room and parent`, async () => {
    const question = await room.sendMessage(`what about ${host}?`);
    const answer = await question.reply('this and that');
    const found = await client.getTranscript(answer.id);
    assert.equal(found.id, answer.id);
    assert.equal(found.user.id, ids.me);
    assert.equal(found.roomId, roomId);
    assert.equal(found.roomName, roomName);
    assert.equal(found.edited, false);
    assert.equal(found.parentMessageId, question.id);
    assert.ok(found.content.includes('this and that'), `content: ${found.content}`);
  });

  await trial(`${host}: a message is deleted`, async () => {
    const message = await room.sendMessage('not for long');
    // It takes the answer for success only without the quotes that the service sends around it.
    assert.ok([0, 4].includes(await client.delete(message)), 'status');
    await assert.rejects(client.delete(message), /409/);
  });

  await trial(`${host}: a room is left, and the session ends`, async () => {
    assert.equal(await client.leaveRoom(room), true);
    assert.equal(await client.logout(), true);
  });

  await trial(`${host}: the cookies of an earlier login open the chat again`, async () => {
    const earlier = new Client(host);
    jar = await earlier.login(email, password);
    const again = new Client(host);
    await again.loginCookie(jar);
    const me = await again.getMe();
    assert.equal(me.id, ids.me);
  });
}
// Its sockets know no end.
process.exit(0);
