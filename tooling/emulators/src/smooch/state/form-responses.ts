import { badRequest, notFound } from '../errors.js';
import type { Service } from '../service.js';
import { conversationsOf } from './conversations.js';
import { answersAsText } from './fallback-text.js';
import { receiveMessage } from './messages.js';
import type { App, Client, FormField, Message, Option, User } from './model/index.js';

export interface Filled {
  readonly messageId: string;
  /** By the names of the fields. What is chosen from a list goes by its name, too. */
  readonly values: Readonly<Record<string, string>>;
}

/** A user fills in a form, which is answered by a message of its own. */
export function submitForm(
  service: Service,
  app: App,
  user: User,
  client: Client,
  { messageId, values }: Filled,
): Message {
  for (const conversation of conversationsOf(service.store, user.id)) {
    const form = conversation.messages.find(({ id }) => id === messageId);
    if (form?.content.type !== 'form') continue;
    const fields = form.content.fields.map((field) => answered(field, values[field.name]));
    form.content = { ...form.content, submitted: true };
    const content = {
      type: 'formResponse',
      text: answersAsText(fields.map((field) => ({ label: field.label, text: words(field) }))),
      fields,
      quotedMessageId: form.id,
      actions: [],
    } as const;
    const quotedMessage = { message: form };
    return receiveMessage(service, app, user, client, { content, quotedMessage, conversation }).message;
  }
  throw notFound('Form');
}

function answered(field: FormField, value: string | undefined): FormField {
  if (value === undefined) throw badRequest(`The field '${field.name}' is not filled in`);
  const { id, type, name, label } = field;
  const blank = {
    placeholder: undefined,
    minSize: undefined,
    maxSize: undefined,
    format: undefined,
    options: undefined,
  };
  return { id, type, name, label, ...blank, answer: type === 'select' ? chosen(field, value) : value };
}

function chosen({ options = [], name }: FormField, value: string): readonly Option[] {
  const option = options.find((candidate) => candidate.name === value);
  if (option === undefined) throw badRequest(`The field '${name}' has no option '${value}'`);
  return [option];
}

function words({ answer = '' }: FormField): string {
  return typeof answer === 'string' ? answer : answer.map(({ label }) => label).join(', ');
}
