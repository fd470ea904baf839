import { createManualClock } from '@x/emulators';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createChatter } from '../../src/index.js';
import { jwtBearer, type JwtBearerOptions } from '../../src/oauth/index.js';
import { createKeyPair, setUp, type OAuthSetup } from './setup.js';

const keys = createKeyPair();

/** An org that knows the key, and admits its first user. */
async function setUpKey(
  ...options: Parameters<typeof setUp>
): Promise<OAuthSetup & { options: JwtBearerOptions }> {
  const org = await setUp(...options);
  const { clientId, username } = org.emulator.credentials;
  org.emulator.control.registerApp({ clientId, certificates: [keys.certificate], admittedUsers: [username] });
  const { loginUrl } = org.app;
  return { ...org, options: { loginUrl, clientId, username, privateKey: keys.pkcs8 } };
}

describe('the JWT bearer flow', () => {
  test('lets a program in by its key, and renews the session with another assertion', async () => {
    const { emulator, options } = await setUpKey();
    const chatter = createChatter({ credential: jwtBearer(options) });
    expect(await chatter.users.me()).toMatchObject({ id: emulator.credentials.userId });
    emulator.control.expireSessions();
    await Promise.all(Array.from({ length: 20 }, () => chatter.users.me()));
    expect(emulator.control.tokenRequests).toBe(2);
  });

  test('signs for three minutes, for the login host, and sends no secret', async () => {
    const clock = createManualClock();
    const { emulator, options } = await setUpKey({}, { clock });
    await createChatter({ credential: jwtBearer({ ...options, clock }) }).users.me();
    const form = new URLSearchParams(emulator.control.requests.all[0]?.text);
    const assertion = form.get('assertion') ?? '';
    expect(decodeProtectedHeader(assertion)).toEqual({ alg: 'RS256' });
    expect(decodeJwt(assertion)).toEqual({
      iss: options.clientId,
      sub: options.username,
      aud: emulator.url,
      exp: Math.floor(clock.now() / 1000) + 180,
    });
    expect([...form.keys()]).toEqual(['grant_type', 'assertion', 'client_id']);
  });

  test.each([
    ['https://login.salesforce.com', 'https://login.salesforce.com'],
    ['https://test.salesforce.com', 'https://test.salesforce.com'],
    ['https://mydomain.my.salesforce.com', 'https://login.salesforce.com'],
    ['https://mydomain--dev.sandbox.my.salesforce.com', 'https://test.salesforce.com'],
    ['https://mydomain.my.site.com/partners', 'https://mydomain.my.site.com/partners'],
  ])('at %s the assertion is for %s', async (loginUrl, audience) => {
    const audiences: unknown[] = [];
    const { options } = await setUpKey();
    const credential = jwtBearer({
      ...options,
      loginUrl,
      async fetch(url, init) {
        const form = new URLSearchParams(await new Request(url, init).text());
        audiences.push(decodeJwt(form.get('assertion') ?? '').aud);
        return Response.json({ error: 'invalid_grant' }, { status: 400 });
      },
    });
    await expect(credential.get()).rejects.toMatchObject({ kind: 'auth' });
    expect(audiences).toEqual([audience]);
  });

  test.each([
    ['PKCS#1, as the tutorials make it', keys.pkcs1],
    ['with line breaks as an environment keeps them', keys.pkcs8.replaceAll('\n', '\\n')],
    ['with line breaks of Windows', keys.pkcs1.replaceAll('\n', '\r\n')],
  ])('takes a key %s', async (_form, privateKey) => {
    const { emulator, options } = await setUpKey();
    const chatter = createChatter({ credential: jwtBearer({ ...options, privateKey }) });
    expect(await chatter.users.me()).toMatchObject({ id: emulator.credentials.userId });
  });

  const broken = '-----BEGIN RSA PRIVATE KEY-----\nno base64!\n-----END RSA PRIVATE KEY-----';
  test.each([...keys.encrypted, keys.certificate, broken, 'no key at all'])(
    'refuses what it cannot use, with the command that makes it usable',
    async (privateKey) => {
      const { options } = await setUpKey();
      expect(() => jwtBearer({ ...options, privateKey })).toThrow(
        expect.objectContaining({
          kind: 'usage',
          code: 'INVALID_OPTION',
          message: expect.stringMatching(/privateKey must be .* openssl pkcs8 -topk8 -nocrypt/) as string,
        }),
      );
    },
  );

  test.each([
    ['that only looks like one', '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----'],
    ['that is too short for RS256', createKeyPair(1024).pkcs8],
  ])('refuses a key %s, when it is first needed', async (_kind, privateKey) => {
    const { emulator, options } = await setUpKey();
    await expect(jwtBearer({ ...options, privateKey }).get()).rejects.toMatchObject({
      kind: 'usage',
      code: 'INVALID_OPTION',
    });
    expect(emulator.control.requests.all).toEqual([]);
  });

  test('is refused with advice for another key, another audience, and a user who is not admitted', async () => {
    const { emulator, options } = await setUpKey();
    const refused = (more: Partial<JwtBearerOptions>): Promise<unknown> =>
      jwtBearer({ ...options, ...more })
        .get()
        .catch((error: unknown) => (error as Error).message);
    expect(await refused({ privateKey: createKeyPair().pkcs8 })).toMatch(
      /invalid assertion – check privateKey/,
    );
    expect(await refused({ audience: `${emulator.url}/services/oauth2/token` })).toMatch(
      /audience must be the login host/,
    );
    expect(await refused({ username: emulator.credentials.otherUsername })).toMatch(
      /which users the app allows|pre-authorise/,
    );
  });

  test('stays out of web pages, unless it is wanted', async () => {
    const { options } = await setUpKey();
    Object.assign(globalThis, { document: {} });
    onTestFinished(() => {
      Reflect.deleteProperty(globalThis, 'document');
    });
    expect(() => jwtBearer(options)).toThrow(/privateKey must be left out in a browser/);
    expect(() => jwtBearer({ ...options, allowBrowserSecrets: true })).not.toThrow();
  });
});
