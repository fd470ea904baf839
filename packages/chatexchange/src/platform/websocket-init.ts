/** What goes with the address of a socket. A browser can be told none of it. */
export interface WebSocketInit {
  readonly origin: string;
  /** A larger frame is not read. */
  readonly maxFrameBytes: number;
  /** An `http.Agent` of Node.js, for a proxy. */
  readonly agent?: object | undefined;
}
