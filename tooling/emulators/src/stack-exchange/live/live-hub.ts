import type { AcceptedSocket, FrameFaultRules, Random } from '../../frame/index.js';
import { enterRoom, leaveAllRooms, leaveRoom } from '../actions/presence.js';
import type { Scene } from '../actions/scene.js';
import { mayEnter, presentIn } from '../state/chat-server.js';
import { createLiveSocket, type LiveSocket, type SocketCut } from './live-socket.js';
import { createSocketTokens, type SocketTicket, type SocketTokens } from './tokens.js';

/** The sockets of one chat server. */
export interface LiveHub {
  readonly tokens: SocketTokens;
  readonly sockets: ReadonlySet<LiveSocket>;
  /** Takes over a socket whose handshake is done; its user is in the room from now on. */
  open(ticket: SocketTicket, accepted: AcceptedSocket, since: number | undefined): void;
  /** Cuts the sockets with this id, or all; says how many that were. */
  cut(how: SocketCut, socketId?: number): number;
  /** Tells every socket, and whoever polls with an id from before, to load everything anew. */
  reload(): void;
  /** Whether somebody who knows nothing later than this id has to load everything anew. */
  mustReload(since: number): boolean;
  /** Tells the sockets that watch a room, or those of one user among them, to leave it. */
  exit(roomId: number, userId?: number): void;
  /** Whether silent sockets are sent signs of life. */
  setKeepAlives(on: boolean): void;
  /** Nothing is told and no timer runs afterwards. */
  close(): void;
}

export interface LiveHubParts {
  readonly scene: Scene;
  readonly random: Random;
  readonly frameFaults: FrameFaultRules;
  readonly nextSocketId: () => number;
}

export function createLiveHub({ scene, random, frameFaults, nextSocketId }: LiveHubParts): LiveHub {
  const { server, clock, options } = scene;
  const sockets = new Set<LiveSocket>();
  /** Those who have no socket left but are still shown for a while. */
  const leaving = new Map<number, () => void>();
  let closed = false;
  let keepsAlive = true;
  let reloadedAt = 0;

  server.events.onAppend((events) => {
    for (const socket of sockets) socket.deliver(events);
  });

  server.onRoomChange((roomId) => {
    const room = server.rooms.get(roomId);
    if (room === undefined) return;
    for (const socket of sockets) socket.noteRoomChange(room);
    for (const user of presentIn(server, roomId)) {
      if (!mayEnter(room, user)) leaveRoom(scene, room, user);
    }
  });

  const stay = (userId: number): void => {
    leaving.get(userId)?.();
    leaving.delete(userId);
  };

  const leaveLater = (userId: number): void => {
    const user = server.users.get(userId);
    if (user === undefined || [...sockets].some((socket) => socket.ticket.userId === userId)) return;
    user.lastSeenAt = clock.now();
    stay(userId);
    leaving.set(
      userId,
      clock.after(options.leaveAfterMs, () => {
        leaving.delete(userId);
        leaveAllRooms(scene, user);
      }),
    );
  };

  return {
    tokens: createSocketTokens(random),
    sockets,
    open(ticket, accepted, since) {
      const room = server.rooms.get(ticket.roomId);
      const user = ticket.userId === undefined ? undefined : server.users.get(ticket.userId);
      if (room !== undefined && user !== undefined) {
        stay(user.id);
        enterRoom(scene, room, user);
      }
      const socket = createLiveSocket({
        id: nextSocketId(),
        ticket,
        accepted,
        server,
        clock,
        options,
        frameFaults,
        keepsAlive: () => keepsAlive,
      });
      sockets.add(socket);
      accepted.webSocket.once('close', () => {
        socket.stop();
        sockets.delete(socket);
        if (!closed && ticket.userId !== undefined) leaveLater(ticket.userId);
      });
      socket.begin(since);
    },
    cut(how, socketId) {
      const chosen = [...sockets].filter((socket) => socketId === undefined || socket.id === socketId);
      for (const socket of chosen) socket.cut(how);
      return chosen.length;
    },
    reload() {
      // An id of its own, which those who have loaded everything know.
      server.events.skip(1);
      reloadedAt = server.events.newestId;
      for (const socket of sockets) socket.reload();
    },
    mustReload: (since) => since < reloadedAt,
    exit(roomId, userId) {
      for (const socket of sockets) {
        if (userId === undefined || socket.ticket.userId === userId) socket.exit(roomId);
      }
    },
    setKeepAlives(on) {
      keepsAlive = on;
    },
    close() {
      closed = true;
      for (const socket of sockets) socket.stop();
      for (const cancel of leaving.values()) cancel();
      leaving.clear();
    },
  };
}
