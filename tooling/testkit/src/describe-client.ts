import type { Emulator, Fault, RecordedRequest, RequestMatch } from '@x/emulators';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { ClientContract, ContractOptions } from './client-contract.js';
import { expectNoSecrets } from './secrets.js';
import { rejection } from './settle.js';

/** Everything that all clients owe their users, tested against the emulator of their service. */
export function describeClient<Client>(contract: ClientContract<Client>): void {
  const { service, readRequest, writeRequest } = contract;

  async function begin(options?: ContractOptions): Promise<{ emulator: Emulator<object>; client: Client }> {
    const emulator = await contract.start();
    onTestFinished(() => emulator.close());
    return { emulator, client: contract.create(emulator, options) };
  }

  const count = (emulator: Emulator<object>, match: RequestMatch): number =>
    emulator.control.requests.matching(match).length;

  describe(`${service} keeps the contract of all clients:`, () => {
    test('it reads and it writes', async () => {
      const { emulator, client } = await begin();
      expect(await contract.read(client)).toBeDefined();
      await contract.write(client, 'Grüße, 世界');
      const [written] = emulator.control.requests.matching(writeRequest);
      expect(wordsIn(written)).toContain('Grüße, 世界');
    });

    test('a call that only reads is repeated when the connection breaks, one that writes is not', async () => {
      const faults: readonly Fault[] = [
        { kind: 'drop' },
        { kind: 'reset', when: 'after' },
        { kind: 'cut', reset: true },
      ];
      for (const fault of faults) {
        const { emulator, client } = await begin();
        emulator.control.faults.add({ match: readRequest, fault });
        await contract.read(client);
        expect(count(emulator, readRequest)).toBe(2);
        emulator.control.faults.add({ match: writeRequest, fault });
        const error = await rejection(contract.write(client, 'once'));
        expect(error).toMatchObject({ service, kind: 'network', code: 'NETWORK', retryable: false });
        expect(count(emulator, writeRequest)).toBe(1);
      }
    });

    test('a busy service is asked again, for a write only when it certainly did nothing', async () => {
      const { emulator, client } = await begin();
      const { faults } = emulator.control;
      const fault = (status: number): Fault => ({ kind: 'status', status, headers: { 'retry-after': '0' } });
      faults.add({ match: readRequest, fault: fault(503) });
      await contract.read(client);
      faults.add({ match: writeRequest, fault: fault(429) });
      await contract.write(client, 'twice asked');
      faults.add({ match: writeRequest, fault: fault(503) });
      expect(await rejection(contract.write(client, 'once'))).toMatchObject({
        status: 503,
        retryable: false,
      });
      expect(count(emulator, readRequest)).toBe(2);
      expect(count(emulator, writeRequest)).toBe(3);
    });

    test('a pause that is too long is not waited for, and told', async () => {
      const { emulator, client } = await begin();
      const headers = { 'retry-after': '86400' };
      emulator.control.faults.add({ match: readRequest, fault: { kind: 'status', status: 429, headers } });
      expect(await rejection(contract.read(client))).toMatchObject({
        kind: 'rate-limit',
        retryAfterMs: 86_400_000,
        retryable: true,
      });
    });

    test('what cannot be read is a protocol error that keeps the status', async () => {
      const { emulator, client } = await begin();
      const { code, faults } = contract.unreadable ?? {
        code: 'INVALID_JSON',
        faults: [{ kind: 'html', status: 200 }, { kind: 'truncate' }],
      };
      for (const fault of faults) {
        emulator.control.faults.add({ match: readRequest, fault });
        const error = await rejection(contract.read(client));
        expect(error).toMatchObject({ service, kind: 'protocol', code, status: 200 });
      }
    });

    test('an HTML page of an edge keeps its status', async () => {
      const { emulator, client } = await begin();
      emulator.control.faults.add({ match: writeRequest, fault: { kind: 'html', status: 502 } });
      expect(await rejection(contract.write(client, 'x'))).toMatchObject({
        kind: 'http',
        code: 'HTTP_502',
        status: 502,
      });
    });

    test('an answer that is too large is not read to its end', async () => {
      const { client } = await begin({ maxAnswerBytes: 10 });
      expect(await rejection(contract.read(client))).toMatchObject({
        kind: 'protocol',
        code: 'ANSWER_TOO_LARGE',
      });
    });

    test.each(['hang', 'stall'] as const)('nothing is waited for without end (%s)', async (kind) => {
      const { emulator, client } = await begin();
      emulator.control.faults.add({ match: writeRequest, fault: { kind } });
      const error = await rejection(contract.write(client, 'x', { timeoutMs: 50 }));
      expect(error).toMatchObject({ kind: 'timeout', code: 'TIMEOUT', retryable: false });
    });

    test.each([new Error('mine'), 'a text', null])('an abort comes back as it was: %j', async (reason) => {
      const { emulator, client } = await begin();
      expect(await rejection(contract.read(client, { signal: AbortSignal.abort(reason) }))).toBe(reason);
      expect(count(emulator, readRequest)).toBe(0);
      for (const kind of ['hang', 'stall'] as const) {
        emulator.control.faults.add({ match: readRequest, fault: { kind } });
        const controller = new AbortController();
        const call = rejection(contract.read(client, { signal: controller.signal }));
        await expect.poll(() => emulator.control.faults.struck[kind]).toBe(1);
        controller.abort(reason);
        expect(await call).toBe(reason);
      }
    });

    test('a redirect to another origin carries nothing there', async () => {
      const { emulator, client } = await begin();
      const other = await contract.start();
      onTestFinished(() => other.close());
      for (const status of [301, 302, 303, 307, 308]) {
        for (const match of [readRequest, writeRequest]) {
          const headers = { location: `${other.url}/elsewhere` };
          // The client may try again with another credential.
          const remove = emulator.control.faults.add({
            match,
            fault: { kind: 'status', status, headers },
            times: Infinity,
          });
          const call = match === readRequest ? contract.read(client) : contract.write(client, 'x');
          expect(await rejection(call)).toMatchObject({ service, retryable: false, status });
          remove();
        }
      }
      expect(other.control.requests.all).toEqual([]);
    });

    test('no secret can be read in an error', async () => {
      const { emulator, client } = await begin({ retries: 0 });
      const secrets = contract.secrets(emulator);
      const faults: readonly Fault[] = [
        { kind: 'status', status: 400, body: '{"error":"no"}' },
        { kind: 'status', status: 500 },
        { kind: 'html' },
        { kind: 'drop' },
        { kind: 'truncate' },
        { kind: 'status', status: 302, headers: { location: 'https://elsewhere.example/?x=1' } },
      ];
      for (const fault of faults) {
        const remove = emulator.control.faults.add({ match: writeRequest, fault, times: Infinity });
        const error = await rejection(contract.write(client, 'words-that-are-private'));
        expect(error).toMatchObject({ service });
        expectNoSecrets(error, [...secrets, 'words-that-are-private']);
        remove();
      }
    });

    test('the fetch that is given is the one that is used', async () => {
      const addresses: string[] = [];
      const { client } = await begin({
        fetch: (input, init) => {
          addresses.push(input);
          return fetch(input, init);
        },
      });
      await contract.read(client);
      expect(addresses.length).toBeGreaterThan(0);
    });

    test.each(Object.entries(contract.badInput))(
      '%s is refused before anything is sent',
      async (_name, run) => {
        const { emulator, client } = await begin();
        const secrets = contract.secrets(emulator);
        const error = await rejection((async () => run(emulator, client))());
        expect(error).toMatchObject({ kind: 'usage', service, retryable: false });
        expect((error as { code: string }).code).toMatch(/^INVALID_(OPTION|REQUEST)$/);
        expectNoSecrets(error, secrets);
        expect(emulator.control.requests.all).toEqual([]);
      },
    );

    test('100 concurrent calls with an expired credential make one new one, and every body arrives', async () => {
      const { emulator, client } = await begin();
      await contract.read(client);
      contract.expire(emulator);
      const texts = Array.from({ length: 100 }, (_, number) => `post ${number} ${'ü'.repeat(number)}.`);
      await Promise.all(texts.map((text) => contract.write(client, text)));
      const accepted = emulator.control.requests.matching({
        ...writeRequest,
        where: ({ status = 0 }) => status < 300,
      });
      const bodies = accepted.map(wordsIn).join('\n');
      expect(contract.renewals(emulator)).toBe(1);
      expect(accepted).toHaveLength(100);
      expect(texts.filter((text) => !bodies.includes(text))).toEqual([]);
    });

    test('a refusal that stays makes no loop', async () => {
      const { emulator, client } = await begin();
      emulator.control.faults.add({
        match: writeRequest,
        fault: { kind: 'status', status: 401 },
        times: Infinity,
      });
      expect(await rejection(contract.write(client, 'x'))).toMatchObject({
        kind: 'auth',
        status: 401,
        retryable: false,
      });
      expect(count(emulator, writeRequest)).toBeLessThanOrEqual(2);
    });
  });
}

/** What a body says, be it JSON or a form. */
function wordsIn(request: RecordedRequest | undefined): string {
  const { text = '', headers = {} } = request ?? {};
  const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;
  return isForm ? [...new URLSearchParams(text).values()].join('\n') : text;
}
