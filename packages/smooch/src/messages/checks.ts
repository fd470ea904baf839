import { refuseArgument } from '../errors.js';
import { checkActions } from './check-actions.js';
import { checkMetadata } from './check-metadata.js';
import { checkBodySize } from './check-size.js';
import { checkList, checkOneText, checkTextSize, type Raw } from './check-values.js';

/** As much of a text, in characters. */
const longestText = 4096;

/**
 * Refuses what a message says when the service would: a flat message of v1.1, or the content of one of v2. What it does not know
 * passes, since the service may know it.
 *
 * @throws `usage` / `INVALID_REQUEST`, which names the field.
 */
export function checkContent(content: object, isByUser = false): void {
  const raw: Raw = { ...content };
  const { type, text, htmlText, markdownText, actions } = raw;
  checkOneText('type', type);
  for (const [name, value] of Object.entries({ text, htmlText, markdownText })) {
    checkTextSize(name, value, longestText);
  }
  if (htmlText !== undefined && markdownText !== undefined) {
    refuseArgument('htmlText', 'left out where there is a markdownText');
  }
  if (isByUser && actions !== undefined) {
    refuseArgument('actions', 'left out of a message of the user: only the business has buttons');
  }
  checkActions('actions', actions);
  kinds.get(type)?.(raw);
}

/** What each type of message needs beside what all have. */
const kinds = /* @__PURE__ */ new Map<unknown, (content: Raw) => void>([
  ['text', checkWords],
  ['image', checkMedia],
  ['file', checkFile],
  ['carousel', checkItems],
  ['list', checkItems],
  ['location', checkPlace],
  ['form', checkForm],
  ['formResponse', refuseAnswers],
]);

function checkWords({ text, htmlText, markdownText, actions }: Raw): void {
  if (!(text || htmlText || markdownText) && !(Array.isArray(actions) && actions.length > 0)) {
    refuseArgument('text', 'given where there are no actions');
  }
}

function checkFile(content: Raw): void {
  checkMedia(content);
  if (content['actions'] !== undefined) refuseArgument('actions', 'left out of a file');
}

function checkMedia({ mediaUrl, attachmentId, altText }: Raw): void {
  if (attachmentId === undefined) checkOneText('mediaUrl', mediaUrl, 2048);
  checkTextSize('altText', altText, 128);
}

function checkItems({ items }: Raw): void {
  for (const [index, item] of checkList('items', items, 1, 10).entries()) {
    const place = `items[${index}]`;
    checkOneText(`${place}.title`, item['title'], 128);
    checkTextSize(`${place}.description`, item['description'], 128);
    checkTextSize(`${place}.altText`, item['altText'], 128);
    checkTextSize(`${place}.mediaUrl`, item['mediaUrl'], 2048);
    checkActions(`${place}.actions`, checkList(`${place}.actions`, item['actions'], 1, 3));
  }
}

function checkPlace({ coordinates }: Raw): void {
  const { lat, long }: Raw = { ...Object(coordinates) };
  if (!(Number.isFinite(lat) && Number.isFinite(long))) {
    refuseArgument('coordinates', 'two numbers, lat and long');
  }
}

function checkForm({ fields }: Raw): void {
  const questions = checkList('fields', fields, 1, 20);
  for (const [index, field] of questions.entries()) checkField(`fields[${index}]`, field);
  if (new Set(questions.map(({ name }) => name)).size < questions.length) {
    refuseArgument('fields', 'of names that differ');
  }
}

function refuseAnswers(): never {
  refuseArgument('type', 'one that can be sent; answers to forms are only received');
}

function checkField(place: string, { type, name, label, placeholder, options }: Raw): void {
  checkOneText(`${place}.type`, type);
  checkOneText(`${place}.name`, name, 128);
  checkOneText(`${place}.label`, label, 128);
  checkTextSize(`${place}.placeholder`, placeholder, 128);
  // As many as any version takes.
  if (type === 'select') checkList(`${place}.options`, options, 1, 200);
}

/**
 * Refuses a message of v1.1 or v1 that the service would refuse.
 *
 * @throws `usage` / `INVALID_REQUEST`, which names the field.
 */
export function checkMessage(message: object): void {
  const { role, metadata }: Raw = { ...message };
  checkOneText('role', role);
  checkContent(message, role === 'appUser');
  checkMetadata('metadata', metadata);
  checkBodySize(message);
}
