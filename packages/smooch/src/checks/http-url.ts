import { refuseArgument } from '../errors.js';

/** An address that can be asked. */
export function checkHttpUrl(name: string, url: string): string {
  return /^https?:\/\//i.test(url) && URL.canParse(url) ? url : refuseArgument(name, 'an http or https URL');
}
