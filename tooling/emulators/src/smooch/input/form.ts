import { badRequest } from '../errors.js';
import type { Ids } from '../ids.js';
import type { FormField, Option } from '../state/model/index.js';
import {
  limitedString,
  objects,
  optionalInteger,
  optionalWord,
  requiredText,
  requiredWord,
  type Body,
} from './fields.js';

const fieldTypes = ['text', 'email', 'select'] as const;
const sizes = { from: 1, to: 256 };

export interface FormRules {
  readonly ids: Ids;
  /** How many choices a question may offer. */
  readonly mostOptions: number;
}

/** The questions of a form. */
export function readFormFields(body: Body, rules: FormRules): readonly FormField[] {
  const fields = objects(body, 'fields', { from: 1, to: 20 });
  if (fields === undefined) throw badRequest("should have required property 'fields'");
  const read = fields.map((field) => readField(field, rules));
  if (new Set(read.map(({ name }) => name)).size < read.length) {
    throw badRequest('Form fields should have unique names');
  }
  return read;
}

function readField(field: Body, { ids, mostOptions }: FormRules): FormField {
  const type = requiredWord(field, 'type', fieldTypes);
  const isText = type === 'text';
  return {
    id: ids.object(),
    type,
    name: requiredText(field, 'name', 128),
    label: requiredText(field, 'label', 128),
    placeholder: limitedString(field, 'placeholder', 128),
    minSize: optionalInteger(field, 'minSize', sizes) ?? (isText ? 1 : undefined),
    maxSize: optionalInteger(field, 'maxSize', sizes) ?? (isText ? 128 : undefined),
    format: optionalWord(field, 'format', ['integer', 'decimal']),
    options: type === 'select' ? readOptions(field, ids, mostOptions) : undefined,
    answer: undefined,
  };
}

function readOptions(field: Body, ids: Ids, most: number): readonly Option[] {
  const options = objects(field, 'options', { from: 1, to: most });
  if (options === undefined) throw badRequest("should have required property 'options'");
  return options.map((option) => ({
    id: ids.object(),
    name: requiredText(option, 'name', 128),
    label: requiredText(option, 'label', 128),
  }));
}
