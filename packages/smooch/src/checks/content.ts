import type { RefuseOption } from '@x/http-core';
import { checkActions } from './actions.js';
import { longestText } from './longest-text.js';
import { checkGiven, checkLength, checkList, type Raw } from './values.js';

/**
 * Refuses what a message says when the service would: a flat message of v1.1, or the content of one of v2. What it does not know
 * passes, since the service may know it.
 *
 * @throws `usage` / `INVALID_REQUEST`, which names the field.
 */
export function checkContent(refuse: RefuseOption, content: object, isByUser = false): void {
  const raw: Raw = { ...content };
  const { type, text, htmlText, markdownText, actions } = raw;
  checkGiven(refuse, 'type', type);
  for (const [name, value] of Object.entries({ text, htmlText, markdownText })) {
    checkLength(refuse, name, value, longestText, 0);
  }
  if (htmlText !== undefined && markdownText !== undefined) {
    refuse('htmlText', 'left out where there is a markdownText');
  }
  if (isByUser && actions !== undefined) {
    refuse('actions', 'left out of a message of the user: only the business has buttons');
  }
  checkActions(refuse, 'actions', actions);
  kinds.get(type)?.(refuse, raw);
  const opening = [raw, raw['items']]
    .flat()
    .flatMap((place) => Object(place).actions as unknown)
    .filter((action) => Object(action).openOnReceive === true);
  if (opening.length > 1) refuse('actions', 'at most one that opens on receive');
}

/** What each type of message needs beside what all have. */
const kinds = /* @__PURE__ */ new Map<unknown, (refuse: RefuseOption, content: Raw) => void>([
  ['text', checkWords],
  ['image', checkMedia],
  ['file', checkFile],
  ['carousel', checkItems],
  ['list', checkItems],
  ['location', checkPlace],
  ['form', checkForm],
  ['formResponse', refuseAnswers],
]);

function checkWords(refuse: RefuseOption, { text, htmlText, markdownText, actions }: Raw): void {
  if (!(text || htmlText || markdownText) && !(Array.isArray(actions) && actions.length > 0)) {
    refuse('text', 'given where there are no actions');
  }
}

function checkFile(refuse: RefuseOption, content: Raw): void {
  checkMedia(refuse, content);
  if (content['actions'] !== undefined) refuse('actions', 'left out of a file');
}

function checkMedia(refuse: RefuseOption, { mediaUrl, attachmentId, altText }: Raw): void {
  if (attachmentId === undefined) checkGiven(refuse, 'mediaUrl', mediaUrl, 2048);
  checkLength(refuse, 'altText', altText, 128, 0);
}

function checkItems(refuse: RefuseOption, { items, actions = [] }: Raw): void {
  checkList(refuse, 'actions', actions, 0, 10);
  for (const [index, item] of checkList(refuse, 'items', items, 1, 10).entries()) {
    const place = `items[${index}]`;
    checkGiven(refuse, `${place}.title`, item['title'], 128);
    checkLength(refuse, `${place}.description`, item['description'], 128, 0);
    checkLength(refuse, `${place}.altText`, item['altText'], 128, 0);
    checkLength(refuse, `${place}.mediaUrl`, item['mediaUrl'], 2048, 0);
    checkList(refuse, `${place}.actions`, item['actions'], 1, 3);
    checkActions(refuse, `${place}.actions`, item['actions'], true);
  }
}

function checkPlace(refuse: RefuseOption, { coordinates }: Raw): void {
  const { lat, long }: Raw = { ...Object(coordinates) };
  if (!(Number.isFinite(lat) && Number.isFinite(long))) {
    refuse('coordinates', 'two numbers, lat and long');
  }
}

function checkForm(refuse: RefuseOption, { fields }: Raw): void {
  const questions = checkList(refuse, 'fields', fields, 1, 20);
  for (const [index, field] of questions.entries()) checkField(refuse, `fields[${index}]`, field);
  if (new Set(questions.map(({ name }) => name)).size < questions.length) {
    refuse('fields', 'of names that differ');
  }
}

function refuseAnswers(refuse: RefuseOption): never {
  refuse('type', 'one that can be sent; answers to forms are only received');
}

function checkField(
  refuse: RefuseOption,
  place: string,
  { type, name, label, placeholder, options }: Raw,
): void {
  checkGiven(refuse, `${place}.type`, type);
  checkGiven(refuse, `${place}.name`, name, 128);
  checkGiven(refuse, `${place}.label`, label, 128);
  checkLength(refuse, `${place}.placeholder`, placeholder, 128, 0);
  // As many as any version takes.
  if (type === 'select') checkList(refuse, `${place}.options`, options, 1, 200);
}
