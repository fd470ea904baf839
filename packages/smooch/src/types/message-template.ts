import type { Open } from './open.js';
import type { PageFacts } from './page.js';

/** A template for WhatsApp, which WhatsApp has to accept. */
export interface MessageTemplateContent {
  readonly name: string;
  readonly category: string;
  readonly language: string;
  /** In the words of WhatsApp. */
  readonly components: readonly Readonly<Record<string, unknown>>[];
}

/** A template of WhatsApp as the service shows it. */
export interface MessageTemplate {
  readonly id: string;
  readonly name: string;
  readonly category?: string;
  readonly language?: string;
  readonly components?: readonly Readonly<Record<string, unknown>>[];
  readonly status?: Open<'APPROVED' | 'PENDING' | 'REJECTED'>;
  readonly [field: string]: unknown;
}

/** A template of WhatsApp, in the envelope of the service. */
export interface MessageTemplateResponse {
  readonly messageTemplate: MessageTemplate;
}

/** Which templates of WhatsApp are asked for. */
export interface MessageTemplatesQuery {
  readonly name?: string | undefined;
  readonly status?: Open<'APPROVED' | 'PENDING' | 'REJECTED'> | undefined;
  /** Templates a page. */
  readonly limit?: number | undefined;
  /** Where to begin, in the words of a page. */
  readonly after?: string | undefined;
  /** The same, where a page calls it so. */
  readonly next?: string | undefined;
  /** Where to begin going back, in the words of a page. */
  readonly previous?: string | undefined;
}

/** A page of the templates of WhatsApp, with what the service says about more of them. */
export interface MessageTemplatesPage extends PageFacts {
  readonly messageTemplates: readonly MessageTemplate[];
  readonly after?: string | null;
  readonly next?: string | null;
  readonly previous?: string | null;
  readonly [field: string]: unknown;
}
