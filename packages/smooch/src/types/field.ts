import type { Open } from './open.js';

interface FieldContentBase {
  /** Of no other field in the form. At most 128 characters. */
  readonly name: string;
  /** What is asked. At most 128 characters. */
  readonly label: string;
  readonly placeholder?: string | undefined;
}

/** A question for a text. */
export interface TextFieldContent extends FieldContentBase {
  readonly type: 'text';
  /** In characters. Default 1. */
  readonly minSize?: number | undefined;
  /** In characters, at most 256. Default 128. */
  readonly maxSize?: number | undefined;
}

/** A question for an e-mail address. */
export interface EmailFieldContent extends FieldContentBase {
  readonly type: 'email';
}

/** A question with answers to choose from. */
export interface SelectFieldContent extends FieldContentBase {
  readonly type: 'select';
  /** 1 to 20. */
  readonly options: readonly { readonly name: string; readonly label: string }[];
}

/** A question of a form to be posted. */
export type FieldContent = TextFieldContent | EmailFieldContent | SelectFieldContent;

/** An answer that can be, or was, chosen. */
export interface FieldOption {
  readonly _id?: string;
  readonly name: string;
  readonly label: string;
}

/** A question of a form, or the answer to one, as the service shows it. */
export interface Field {
  readonly _id?: string;
  readonly type: Open<FieldContent['type']>;
  readonly name: string;
  readonly label: string;
  readonly placeholder?: string;
  readonly minSize?: number;
  readonly maxSize?: number;
  readonly selectSize?: number;
  readonly options?: readonly FieldOption[];
  /** What was answered, in a text field. */
  readonly text?: string;
  /** What was answered, in an e-mail field. */
  readonly email?: string;
  /** What was chosen. */
  readonly select?: readonly FieldOption[];
}
