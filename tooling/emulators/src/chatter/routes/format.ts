import { switchedOff } from '../errors.js';

/**
 * Refuses who wants XML, by the suffix of the path or by an `Accept` that names nothing else: the names of its elements are not
 * documented, so this emulator writes JSON only.
 */
export function checkFormat(request: Request): void {
  const accepted = request.headers.get('accept') ?? '';
  const wantsXml = /\bxml\b/i.test(accepted) && !/json|\*\/\*/i.test(accepted);
  if (wantsXml || new URL(request.url).pathname.endsWith('.xml')) throw switchedOff('answers in XML');
}
