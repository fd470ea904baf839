// Answers what it is given as fast as it can, so that what is measured beside it is not the server.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

process.once('message', (answers: Readonly<Record<string, string>>) => {
  const bodies = new Map(Object.entries(answers).map(([path, text]) => [path, Buffer.from(text)]));
  const server = createServer((request, response) => {
    // What is posted is not looked at.
    request.resume();
    const body = bodies.get(request.url ?? '');
    if (body === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': 'application/json;charset=UTF-8',
      'content-length': body.length,
    });
    response.end(body);
  });
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
});
process.once('disconnect', () => process.exit());
