import type { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { noteHandshakeStatus, refuseUpgrade } from './handshake.js';

/** An open WebSocket, with ways to misbehave that no well-made library offers. */
export interface AcceptedSocket {
  readonly webSocket: WebSocket;
  /** A text frame whose header announces all of `text`, of which only half follows. Nothing sensible can be sent afterwards. */
  sendHalfFrame(text: string): void;
  /** Ends the connection without a close frame, which the other side sees as 1006. */
  destroyWithoutClose(how?: 'close' | 'reset'): void;
  /** From now on a close frame from the other side is left unanswered and the connection stays open. */
  ignoreClose(): void;
  /** From now on pings from the other side are left unanswered. */
  ignorePings(): void;
}

/** Completes a handshake. A malformed one is answered with 400, and the result is undefined. */
export function acceptSocket(
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): AcceptedSocket | undefined {
  let accepted: WebSocket | undefined;
  const server = new WebSocketServer({ noServer: true, clientTracking: false });
  server.on('wsClientError', (error) => refuseUpgrade(socket, { status: 400, body: error.message }));
  // Without a `verifyClient` of its own, ws calls back before it returns, so that not even a first message is missed.
  server.handleUpgrade(request, socket, head, (webSocket) => {
    accepted = webSocket;
  });
  if (accepted === undefined) return undefined;
  noteHandshakeStatus(socket, 101);
  return withMisbehaviour(accepted, socket);
}

function withMisbehaviour(webSocket: WebSocket, socket: Duplex): AcceptedSocket {
  // Without a listener, a frame that breaks the protocol would end the process.
  webSocket.on('error', () => {});
  return {
    webSocket,
    sendHalfFrame(text) {
      const payload = Buffer.from(text);
      socket.write(
        Buffer.concat([textFrameHeader(payload.length), payload.subarray(0, payload.length >> 1)]),
      );
    },
    destroyWithoutClose(how = 'close') {
      if (how === 'reset' && socket instanceof Socket) socket.resetAndDestroy();
      else socket.destroy();
    },
    ignoreClose() {
      // ws answers a close frame by calling this method of the instance.
      webSocket.close = () => {};
    },
    ignorePings() {
      // So it answers a ping.
      webSocket.pong = () => {};
    },
  };
}

/** RFC 6455, section 5.2: one unmasked, final text frame. */
function textFrameHeader(length: number): Buffer {
  const finalText = 0x81;
  if (length < 126) return Buffer.from([finalText, length]);
  if (length < 2 ** 16) return Buffer.from([finalText, 126, length >> 8, length & 0xff]);
  const header = Buffer.alloc(10);
  header.writeUInt16BE((finalText << 8) | 127);
  header.writeBigUInt64BE(BigInt(length), 2);
  return header;
}
