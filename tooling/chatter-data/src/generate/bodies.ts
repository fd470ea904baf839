import { bodyTypes, unions } from '../body-types.js';
import type { BodyType, Property } from '../model.js';
import { describeProperty, oldestVersion, toComment } from './comment.js';
import { descriptions } from './descriptions.js';
import { literalOf } from './literals.js';
import { isNullable, notAlways } from './proven.js';
import { nameOf, renderType } from './render-type.js';
import { isInput, toTypeName } from './type-names.js';

type Use = (name: string) => void;

/** Capabilities that a thing lacks are absent; everything else that is empty is `null`. */
const mayLack: ReadonlySet<string> = new Set([
  'FeedElementCapabilities',
  'CommentCapabilities',
  'UserCapabilities',
]);

/** The properties that a version which can be called has. */
export function presentProperties(type: BodyType): readonly Property[] {
  return type.properties.filter((property) => (property.until ?? Infinity) >= oldestVersion);
}

/** A body type as an interface. */
export function renderBodyType(type: BodyType, use: Use): string {
  const name = toTypeName(type.name);
  const described = descriptions[name] ?? descriptions[type.name];
  const title = isInput(type.name) ? `${type.title}, as it is sent.` : `${type.title}, as it is answered.`;
  const properties = presentProperties(type);
  if (properties.length === 0)
    return `${toComment(title)}export type ${name} = Readonly<Record<string, unknown>>;\n`;
  const first = Math.max(oldestVersion, Math.min(...properties.map((property) => property.since ?? 0)));
  const rendered = properties.map((property) =>
    isInput(type.name) ? renderInput(type, property, use) : renderAnswer(type, property, first, use),
  );
  const open = mayLack.has(type.name) ? '  readonly [name: string]: unknown;\n' : '';
  const heritage = renderHeritage(type, use);
  return `${toComment(described ?? title)}export interface ${name}${heritage} {\n${rendered.join('')}${open}}\n`;
}

/** The body type that it adds to, where the guide does not list again what that one has. */
function renderHeritage(type: BodyType, use: Use): string {
  const parent = bodyTypes.get(type.extends ?? '');
  const own = new Set(type.properties.map(({ name }) => name));
  if (parent === undefined || presentProperties(parent).every(({ name }) => own.has(name))) return '';
  use(toTypeName(parent.name));
  return ` extends ${toTypeName(parent.name)}`;
}

function renderAnswer(type: BodyType, property: Property, first: number, use: Use): string {
  const literal = literalOf(type.name, property.name);
  const lacking = mayLack.has(type.name);
  const empty =
    literal === undefined &&
    !lacking &&
    isNullable(type.name, property.name, property.type.kind, nameOf(property));
  const isUncertain = notAlways.has(`${type.name}.${property.name}`);
  const optional = lacking || isUncertain || (property.since ?? 0) > first || property.until !== undefined;
  const value = literal ?? renderType(property.type, use, property.enum);
  return renderMember(type, property, optional, empty ? `${value} | null` : value);
}

function renderInput(type: BodyType, property: Property, use: Use): string {
  const literal = literalOf(type.name, property.name);
  const optional = property.required !== true && literal === undefined;
  const value = literal ?? renderType(property.type, use, property.enum);
  return renderMember(
    type,
    property,
    optional,
    optional && value !== 'unknown' ? `${value} | undefined` : value,
  );
}

function renderMember(type: BodyType, property: Property, optional: boolean, value: string): string {
  const description = descriptions[`${type.name}.${property.name}`];
  const comment = toComment(describeProperty(property, description), '  ');
  return `${comment}  readonly ${property.name}${optional ? '?' : ''}: ${value};\n`;
}

/** The unions that stand for one of several body types. */
export function renderUnion(name: string, use: Use): string {
  const members = [...(unions.get(name) ?? [])];
  for (const member of members) use(toTypeName(member));
  const open = openMembers[name];
  if (open) use('OtherValue');
  const alternatives = [...members.map(toTypeName), ...(open ? [open.name] : [])];
  const comment = toComment(unionComments[name] ?? `One of ${members.map(toTypeName).join(', ')}.`);
  return `${open?.text ?? ''}${comment}export type ${toTypeName(name)} =\n${alternatives
    .map((each) => `  | ${each}`)
    .join('\n')};\n`;
}

const unionComments: Readonly<Record<string, string>> = {
  FeedElementItem:
    'Something in a feed: a post, a bundle, a recommendation, or what these types do not know yet.',
  MessageSegment: 'A piece of a text. Each has what it reads as; what else it has depends on its type.',
  MessageSegmentInput: 'A piece of a text to be sent.',
};

/** What a union holds beside what is documented, so that new things are kept and known ones still narrow. */
const openMembers: Readonly<Record<string, { readonly name: string; readonly text: string }>> = {
  FeedElementItem: {
    name: 'OtherFeedElement',
    text: `/** A feed element of a type that is not documented. */
export interface OtherFeedElement extends Omit<GenericFeedElement, 'feedElementType'> {
  readonly feedElementType: OtherValue;
}

`,
  },
  MessageSegment: {
    name: 'OtherMessageSegment',
    text: `/** A piece of a text of a type that is not documented. */
export interface OtherMessageSegment {
  readonly type: OtherValue;
  readonly text: string;
  readonly [name: string]: unknown;
}

`,
  },
};

/** All names that are rendered: body types and unions. */
export const renderedNames: readonly string[] = [...bodyTypes.keys(), ...unions.keys()];
