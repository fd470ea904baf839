import { ChatterError } from '../errors.js';
import { readInput } from '../input/read-input.js';
import { requestUnreadable } from './oauth-error.js';

/** The parameters of an OAuth request, which may come in the query, as a form or as multipart. */
export async function readParameters(request: Request): Promise<URLSearchParams> {
  try {
    return (await readInput(request)).parameters;
  } catch (error) {
    if (error instanceof ChatterError) throw requestUnreadable();
    throw error;
  }
}
