import { addressesOf, resources } from '@x/chatter-data';

/** All addresses of the guide, those with the fewest ids first: `batch` is a name before it is an id. */
const templates: readonly (readonly string[])[] = resources
  .flatMap((resource) => addressesOf(resource))
  .map((path) => path.split('/').slice(1))
  .toSorted((one, other) => idsIn(one) - idsIn(other));

function idsIn(template: readonly string[]): number {
  return template.filter((part) => part.startsWith('{')).length;
}

/**
 * An address as a chain that begins with `chatter` or `connect`: names as they are written, ids by `_()`. `undefined` for
 * an address that the guide does not have.
 */
export function toChain(address: string): string | undefined {
  const parts = address.replace(/\?.*/, '').split('/').slice(1);
  const template = templates.find(
    (each) =>
      each.length === parts.length &&
      each.every((part, index) => part.startsWith('{') || part === parts[index]),
  );
  return template
    ?.map((part, index) => {
      const given = parts[index] ?? '';
      if (index === 0) return given;
      if (!part.startsWith('{')) return `.${part.replaceAll('-', '_')}`;
      return given === 'me' ? '.me' : `._(${JSON.stringify(given)})`;
    })
    .join('');
}
