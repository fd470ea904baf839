import type { Message } from './message.js';
import type { MessageContent } from './message-content.js';
import type { PageFacts } from './page.js';

/** A message that is kept under a name, to be sent by `%((template:NAME))%`. */
export interface TemplateContent {
  readonly name: string;
  readonly message: MessageContent & { readonly role: 'appMaker' };
}

/** A template as the service shows it. */
export interface Template {
  readonly _id: string;
  readonly name: string;
  /** Never sent, so it has neither an id nor a time. */
  readonly message: Partial<Message>;
}

/** A template, in the envelope of the service. */
export interface TemplateResponse {
  readonly template: Template;
}

/** A page of the templates of an app. */
export interface TemplatesPage extends PageFacts {
  readonly templates: readonly Template[];
}
