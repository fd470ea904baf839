import { SmoochError } from './errors.js';

/** A part of this package that is loaded on demand. In a page that is a request like any other: it may fail for a while. */
export async function loadPart<Part>(part: Promise<Part>): Promise<Part> {
  try {
    return await part;
  } catch (cause) {
    throw new SmoochError('smooch: a part of this program could not be loaded', {
      service: 'smooch',
      kind: 'network',
      code: 'NOT_LOADED',
      retryable: true,
      cause,
    });
  }
}
