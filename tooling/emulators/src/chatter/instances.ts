import type { RouteContext } from '../frame/index.js';

/** Where the API of the org is, and where it was before it moved. */
export interface Instances {
  /** The address that a token answer names to somebody who has asked at this one. */
  urlFor(origin: string): string;
  /** Every address, and the one that somebody has used. */
  all(origin: string): string[];
  /** Where a call must go that has come to an address that the org has left; undefined for all others. */
  movedFrom(context: RouteContext): string | undefined;
  /** Whether a call has come to an address that the org has left and that does not answer any more. */
  isSilent(context: RouteContext): boolean;
  /** From now on the org is here. */
  move(url: string, oldAnswers: boolean): void;
}

/** What a login host answers, which goes on when an org leaves its address. */
const loginPaths = /^\/(?:services\/oauth2|id|\.well-known|setup)\//;

export function createInstances(): Instances {
  const moves: { readonly url: string; readonly port: number }[] = [];
  let oldAnswers = true;
  const current = (): { readonly url: string; readonly port: number } | undefined => moves.at(-1);
  const movedFrom = ({ incoming }: RouteContext): string | undefined => {
    const here = current();
    return here === undefined || incoming.socket.localPort === here.port ? undefined : here.url;
  };
  return {
    urlFor: (origin) => current()?.url ?? origin,
    all: (origin) => [origin, ...moves.map(({ url }) => url)],
    movedFrom,
    isSilent: (context) =>
      !oldAnswers && movedFrom(context) !== undefined && !loginPaths.test(context.recorded.path),
    move(url, answers) {
      moves.push({ url, port: Number(new URL(url).port) });
      oldAnswers = answers;
    },
  };
}
