/** There is no such page, or the fkey is not right: the service does not tell the two apart. */
export class PageNotFound extends Error {}

/** The reader may not enter this room. */
export class PrivateRoom extends Error {
  readonly roomId: number;

  constructor(roomId: number) {
    super('Private Room');
    this.roomId = roomId;
  }
}

/** The service declines in a sentence that pages show to people. A header tells it from other failures. */
export class Declined extends Error {
  readonly status: 404 | 409;

  constructor(sentence: string, status: 404 | 409 = 409) {
    super(sentence);
    this.status = status;
  }
}

/** The request broke the service, which sends its sender to an error page, or shows one. */
export class Broken extends Error {
  readonly how: 'redirect' | 'page';

  constructor(how: 'redirect' | 'page') {
    super('Oops!');
    this.how = how;
  }
}

/** The throttle's sentence, from which clients read how long to wait. */
export function tooFast(seconds: number): Declined {
  return new Declined(
    `You can perform this action again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
  );
}
