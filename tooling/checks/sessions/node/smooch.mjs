// Begins a conversation and answers in it, as a program that has @x/smooch and nothing else.
import { Buffer } from 'node:buffer';
import { env } from 'node:process';
import { createSmooch } from '@x/smooch';

const smooch = createSmooch(JSON.parse(env.CONNECTION));
const userId = 'ada@example.com';
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNgAAAAAgAB4iG8MwAAAABJRU5ErkJggg==';
await smooch.precreateUser(userId, { givenName: 'Ada' });
const answers = [
  await smooch.postMessage(userId, 'Is Smooch any good?'),
  await smooch.postMessage(userId, 'Yes!!!', { sentByMaker: true }),
  await smooch.postMedia(userId, Buffer.from(png, 'base64'), { name: 'dot.png', sentByMaker: true }),
];
const roles = answers.map(({ message }) => message.role);
const types = answers.map(({ message }) => message.type);
console.log(JSON.stringify({ roles, types }));
