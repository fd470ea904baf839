// A server that a webhook can be pointed at.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';

/** Starts one. `next` gives the first POST that is as wanted, be it here already or yet to come, and forgets it. */
export async function startReceiver() {
  const deliveries = [];
  const waiting = new Set();
  const server = createServer(async (request, response) => {
    const body = request.method === 'POST' ? await json(request) : undefined;
    response.end();
    if (body !== undefined) deliveries.push({ secret: request.headers['x-api-key'], body });
    for (const look of waiting) look();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  // What is not told is a failure of one trial, and shall not keep the program from ending.
  server.unref();

  const next = (isWanted) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(look);
        reject(new Error(`not told; told of ${JSON.stringify(deliveries.map(({ body }) => body))}`));
      }, 10_000);
      const look = () => {
        const at = deliveries.findIndex(isWanted);
        if (at === -1) return;
        clearTimeout(timer);
        waiting.delete(look);
        resolve(...deliveries.splice(at, 1));
      };
      waiting.add(look);
      look();
    });

  return { target: `http://127.0.0.1:${server.address().port}/`, next, close: () => server.close() };
}
