import { checkMetadata } from './check-metadata.js';
import { checkBodySize } from './check-size.js';

/** Refuses a body that is too large, or whose metadata the service would refuse. */
export function checkBody(body: object, metadata: unknown, name: string): void {
  checkMetadata(name, metadata);
  checkBodySize(body);
}
