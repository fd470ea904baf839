import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import type { Clock, Control, RecordedRequest } from './contract.js';
import { createFaults } from './faults.js';
import { beginHandshake, refuseUpgrade } from './handshake.js';
import { type ControlAction, createHttpControl, isControlPath } from './http-control.js';
import { listen } from './listen.js';
import { asksForWebSocket, readAsPlainRequest } from './plain-request.js';
import { statusSent } from './raw-answer.js';
import { createRequestLog, OpenRequest, pathOf } from './request-log.js';
import { spoil } from './spoil.js';
import { spoilUpgrade, type UpgradeHandler } from './upgrade.js';
import { createWaits } from './waits.js';

/** What a route may know beyond its request. A Hono application finds it as `context.env`. */
export interface RouteContext {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  readonly recorded: RecordedRequest;
}

export interface ServerOptions {
  /** Port on 127.0.0.1. Default: one that is free. */
  readonly port?: number;
  readonly clock: Clock;
  /** Answers a request; usually the `fetch` of a Hono application. */
  readonly routes: (request: Request, context: RouteContext) => Response | Promise<Response>;
  /** Takes WebSocket handshakes. Without it they are answered with 404. */
  readonly upgrade?: UpgradeHandler;
  /** How many requests are remembered. Default 50,000. */
  readonly longestLog?: number;
  /** Told of each HTTP request once it is here whole, before a fault or the route has its turn. */
  readonly onArrival?: (request: Request, context: RouteContext) => void | Promise<void>;
}

export interface RunningServer {
  /** The root, without a slash at the end. */
  readonly url: string;
  readonly control: Control;
  /** Lets programs do more than every emulator can: `POST /_emulator/` and the name. */
  addActions(actions: Readonly<Record<string, ControlAction>>): void;
  /** Answers at one more port, too, and resolves with its root. */
  listenAlso(): Promise<string>;
  /** Ends every connection and resolves when the port is free. Safe to call twice. */
  close(): Promise<void>;
}

/** What a `Request` cannot hold. Node itself ends the connection of a CONNECT. */
const unspeakableMethods: ReadonlySet<string> = new Set(['TRACE', 'TRACK']);

/** Starts an HTTP server on loopback that records every request and then lets a fault or the route answer it. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { clock, routes, upgrade, onArrival } = options;
  const requests = createRequestLog(options.longestLog);
  const faults = createFaults();
  const control: Control = { clock, requests, faults };
  const actions = new Map<string, ControlAction>();
  const httpControl = createHttpControl(control, actions);
  const waits = createWaits(clock);

  const answer = async (request: Request, incoming: IncomingMessage, outgoing: ServerResponse) => {
    if (unspeakableMethods.has(incoming.method ?? '')) return new Response(null, { status: 405 });
    if (isControlPath(pathOf(incoming.url ?? '/'))) return httpControl(request);
    const recorded = new OpenRequest(incoming, clock.now(), false);
    requests.add(recorded);
    requests.addBody(recorded, await wholeBody(incoming));
    const context = { incoming, outgoing, recorded };
    await onArrival?.(withBody(request, recorded.body), context);
    const route = async (): Promise<Response> => {
      try {
        return await routes(withBody(request, recorded.body), context);
      } catch (error) {
        console.error(error);
        return new Response('The emulator failed; its standard error says why.', { status: 500 });
      }
    };
    const fault = faults.take(recorded);
    const response =
      fault === undefined
        ? await route()
        : await spoil(fault, { incoming, outgoing, route, wait: waits.wait });
    recorded.status = statusSent(response, outgoing);
    return response;
  };

  const shakeHands = (incoming: IncomingMessage, socket: Duplex, head: Buffer): void => {
    // A connection that breaks is everyday business here, and must not end the process.
    socket.on('error', () => socket.destroy());
    const recorded = new OpenRequest(incoming, clock.now(), true);
    requests.add(recorded);
    beginHandshake(socket, recorded);
    const proceed = (): void => {
      if (upgrade === undefined) refuseUpgrade(socket, { status: 404 });
      // What no parser of addresses understands must not reach those who expect one.
      else if (!URL.canParse(recorded.target, url)) refuseUpgrade(socket, { status: 400 });
      else upgrade(incoming, socket, head);
    };
    const fault = faults.take(recorded);
    if (fault === undefined) proceed();
    else void spoilUpgrade(fault, socket, waits.wait, proceed);
  };

  const listener = getRequestListener(
    (request, bindings) => {
      const { incoming, outgoing } = bindings;
      return answer(request, incoming as IncomingMessage, outgoing as ServerResponse);
    },
    { overrideGlobalObjects: false },
  );
  const servers: Server[] = [];
  const connections = new Set<Socket>();
  const open = async (port: number): Promise<string> => {
    const settings = {
      // Larger than any service allows, so that each can refuse in its own words.
      maxHeaderSize: 65_536,
      // Newer versions of Node ask before they take a connection away from their HTTP parser.
      shouldUpgradeCallback: asksForWebSocket,
    };
    const server = createServer(settings, (incoming, outgoing) => void listener(incoming, outgoing));
    server.on('connection', (socket: Socket) => {
      connections.add(socket);
      socket.once('close', () => connections.delete(socket));
    });
    server.on('upgrade', (incoming, socket, head) => {
      if (asksForWebSocket(incoming)) shakeHands(incoming, socket, head);
      else readAsPlainRequest(server, incoming, socket, head);
    });
    const taken = await listen(server, port);
    servers.push(server);
    return `http://127.0.0.1:${taken}`;
  };
  const url = await open(options.port ?? 0);

  const close = async (): Promise<void> => {
    waits.cancelAll();
    const closed = servers.map((server) => new Promise((resolve) => server.close(resolve)));
    // Not `closeAllConnections`, which knows nothing of upgraded sockets.
    for (const socket of connections) socket.destroy();
    await Promise.all(closed);
  };
  let closing: Promise<void> | undefined;
  return {
    url,
    control,
    addActions(added) {
      for (const [name, action] of Object.entries(added)) actions.set(name, action);
    },
    listenAlso: () => open(0),
    close() {
      closing ??= close();
      return closing;
    },
  };
}

/** Read below the adapter, which knows no body of a GET. */
async function wholeBody(incoming: IncomingMessage): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return new Uint8Array(Buffer.concat(chunks));
}

/** The request once more, since reading its body for the log has used it up. */
function withBody(request: Request, body: Uint8Array): Request {
  const bodyless = request.method === 'GET' || request.method === 'HEAD';
  return new Request(request.url, {
    method: request.method,
    headers: request.headers,
    signal: request.signal,
    ...(bodyless ? {} : { body: new Uint8Array(body) }),
  });
}
