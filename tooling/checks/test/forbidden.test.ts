import { describe, expect, test } from 'vitest';
import { forbiddenWords, packageOf, strangers } from '../src/forbidden.ts';

describe('words that must not be in a bundle', () => {
  test.each([
    ['@x/chatter', 'browser', 'new WebSocket(a)', ['holds WebSocket']],
    ['@x/smooch/jwt', 'node', 'globalThis.WebSocket', ['holds WebSocket']],
    ['@x/slack-rtm', 'browser', 'new WebSocket(a)', []],
    ['@x/http-core/live', 'node', 'new WebSocket(a)', ['holds WebSocket']],
    ['@x/http-core/socket', 'node', 'new WebSocket(a)', []],
    ['@x/slack-rtm', 'browser', 'import a from"node:fs"', ['holds a module of Node.js']],
    ['@x/slack-rtm', 'browser', 'await import(`node:fs`)', ['holds a module of Node.js']],
    ['@x/slack-rtm', 'node', 'import a from"node:fs"', []],
    ['@x/slack-rtm', 'browser', 'new ArrayBuffer(1);a.BufferSource', []],
    ['@x/slack-rtm', 'browser', 'Buffer.from(a)', ['holds Buffer']],
    ['@x/chatexchange', 'browser', 'cheerio tough-cookie', ['holds tough-cookie', 'holds cheerio']],
    ['@x/chatexchange', 'node', 'cheerio tough-cookie', []],
    ['@x/chatter', 'node', 'code="ERR_JWS_INVALID"', ['holds jose']],
    ['@x/chatter', 'browser', 'grant_type:"client_credentials"', ['holds a flow of OAuth']],
    ['@x/chatter/oauth', 'node', 'ERR_JWS_INVALID client_credentials', []],
    ['@x/chatter', 'browser', 'class EventEmitter cheerio', ['holds EventEmitter', 'holds cheerio']],
  ] as const)('%s for %s: %s', (specifier, platform, text, expected) => {
    expect(forbiddenWords(specifier, platform, text)).toEqual(expected);
  });
});

describe('other clients in a bundle', () => {
  test('are told by the files it was made of', () => {
    const inputs = [
      'node_modules/@x/chatter/dist/index.js',
      'node_modules/@x/http-core/dist/http.js',
      '../main/node_modules/.pnpm/ky@2/node_modules/ky/distribution/index.js',
      'node_modules/@x/smooch/dist/index.js',
      'node_modules/@x/smooch/dist/client.js',
    ];
    expect(strangers('@x/chatter', inputs)).toEqual(['holds a part of @x/smooch']);
    expect(strangers('@x/smooch/webhooks', inputs)).toEqual(['holds a part of @x/chatter']);
  });

  test('are the package of an entry, whatever its subpath', () => {
    expect(packageOf('@x/smooch/webhooks')).toBe('@x/smooch');
    expect(packageOf('@x/smooch')).toBe('@x/smooch');
  });
});
