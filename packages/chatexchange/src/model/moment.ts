/** A point in the order in which news come. */
export type Moment = number;

/** Of all objects together, so that a page that tells of many needs only one moment. */
let newsSoFar: Moment = 0;

/** The present, to be told by who asks for a page: what is learnt of the page is not newer than that. */
export function moment(): Moment {
  return newsSoFar;
}

/** The moment of news that come now. */
export function nextMoment(): Moment {
  newsSoFar += 1;
  return newsSoFar;
}
