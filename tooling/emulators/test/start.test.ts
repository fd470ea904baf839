import { expect, test } from 'vitest';
import { services } from '../src/start.js';

test.each(services)('what $name offers to try has an answer', async (service) => {
  const running = await service.start({ port: 0, seed: 1, legacy: false, rotateTokens: false });
  const [option, value = '', url = ''] = running.example;
  const authorization =
    option === '-u' ? `Basic ${Buffer.from(value).toString('base64')}` : value.replace('Authorization: ', '');
  const response = await fetch(url, { headers: { authorization } });
  await running.close();
  expect(response.status).toBe(200);
});
