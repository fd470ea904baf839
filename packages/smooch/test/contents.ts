import type { MessageContent } from '../src/index.js';

export const link = { type: 'link', text: 'Look', uri: 'https://example.com' } as const;
export const reply = { type: 'reply', text: 'Yes', payload: 'YES' } as const;
const opening = { ...link, type: 'webview', fallback: link.uri, openOnReceive: true } as const;
const item = { title: 'Tent', actions: [link] } as const;
const field = { type: 'text', name: 'size', label: 'Which size?' } as const;
const many = <Value>(count: number, value: Value): Value[] => Array.from({ length: count }, () => value);

/** What the business can say. */
export const taken: readonly MessageContent[] = [
  { type: 'text', text: 'Hello' },
  { type: 'text', text: 'x'.repeat(4096), metadata: { plan: 'family', orders: 7, vip: true } },
  { type: 'text', actions: [reply, { type: 'locationRequest', text: 'Where?' }] },
  { type: 'text', text: 'Buy', actions: [{ type: 'buy', text: 'Pay', amount: 2500 }] },
  { type: 'image', mediaUrl: 'https://example.com/a.png', actions: [link] },
  { type: 'file', mediaUrl: 'https://example.com/a.pdf' },
  { type: 'carousel', items: many(10, item), displaySettings: { imageAspectRatio: 'square' } },
  { type: 'carousel', items: [{ title: 'Tent', actions: [link, link, { type: 'share' }] }] },
  { type: 'list', items: [item], actions: [link] },
  { type: 'location', coordinates: { lat: 0, long: -73.6 } },
  { type: 'form', fields: [field, { ...field, name: 'other' }] },
];

/** What it cannot, and what is wrong with it. */
export const refused: readonly (readonly [string, object])[] = [
  ['type', { text: 'Hello' }],
  ['text', { type: 'text' }],
  ['text', { type: 'text', text: '' }],
  ['text', { type: 'text', text: '', actions: [] }],
  ['text', { type: 'text', text: 7 }],
  ['text', { type: 'text', text: 'x'.repeat(4097) }],
  ['htmlText', { type: 'text', htmlText: '<b>Hi</b>', markdownText: '**Hi**' }],
  ['actions', { type: 'text', text: 'Hi', actions: 'link' }],
  ['actions', { type: 'text', text: 'Hi', actions: [link, reply] }],
  ['actions[1].payload', { type: 'text', actions: [reply, { type: 'reply', text: 'No' }] }],
  ['actions[0].uri', { type: 'text', text: 'Hi', actions: [{ type: 'link', text: 'Look' }] }],
  ['actions[0].text', { type: 'text', text: 'Hi', actions: [{ ...link, text: '' }] }],
  ['actions[0].type', { type: 'text', text: 'Hi', actions: [{ text: 'Look' }] }],
  ['actions[0].amount', { type: 'text', text: 'Hi', actions: [{ type: 'buy', text: 'Pay', amount: 2.5 }] }],
  ['actions[0].fallback', { type: 'text', actions: [{ ...link, type: 'webview' }] }],
  ['actions[0].metadata', { type: 'text', actions: [{ ...link, metadata: { a: 'x'.repeat(4096) } }] }],
  [
    'actions',
    {
      type: 'text',
      actions: many(2, { ...link, type: 'webview', fallback: link.uri, openOnReceive: true }),
    },
  ],
  ['mediaUrl', { type: 'image' }],
  ['mediaUrl', { type: 'file', mediaUrl: '' }],
  ['altText', { type: 'image', mediaUrl: 'https://example.com', altText: 'x'.repeat(129) }],
  ['actions', { type: 'file', mediaUrl: 'https://example.com', actions: [link] }],
  ['items', { type: 'carousel' }],
  ['items', { type: 'carousel', items: [] }],
  ['items', { type: 'carousel', items: many(11, item) }],
  ['items', { type: 'list', items: [null] }],
  ['items[0].title', { type: 'list', items: [{ actions: [link] }] }],
  ['items[1].actions', { type: 'carousel', items: [item, { title: 'Tent' }] }],
  ['items[0].actions', { type: 'carousel', items: [{ ...item, actions: many(4, link) }] }],
  ['items[0].actions[0].uri', { type: 'carousel', items: [{ ...item, actions: [{ ...link, uri: '' }] }] }],
  ['items[0].description', { type: 'list', items: [{ ...item, description: 'x'.repeat(129) }] }],
  ['items[0].altText', { type: 'list', items: [{ ...item, altText: 'x'.repeat(129) }] }],
  ['items[0].mediaUrl', { type: 'list', items: [{ ...item, mediaUrl: `https://${'x'.repeat(2048)}` }] }],
  ['items[0].actions', { type: 'carousel', items: [{ title: 'Tent', actions: [reply] }] }],
  ['actions', { type: 'list', items: [item], actions: many(11, link) }],
  ['actions', { type: 'carousel', items: many(2, { title: 'Tent', actions: [opening] }) }],
  ['coordinates', { type: 'location' }],
  ['coordinates', { type: 'location', coordinates: { lat: '1', long: 2 } }],
  ['fields', { type: 'form', fields: [] }],
  ['fields', { type: 'form', fields: [field, field] }],
  ['fields[0].label', { type: 'form', fields: [{ ...field, label: undefined }] }],
  ['fields[0].options', { type: 'form', fields: [{ ...field, type: 'select' }] }],
  ['fields[0].name', { type: 'form', fields: [{ ...field, name: 'x'.repeat(129) }] }],
  ['fields[0].label', { type: 'form', fields: [{ ...field, label: 'x'.repeat(129) }] }],
  ['fields[0].placeholder', { type: 'form', fields: [{ ...field, placeholder: 'x'.repeat(129) }] }],
  [
    'fields',
    { type: 'form', fields: Array.from({ length: 21 }, (_, index) => ({ ...field, name: `${index}` })) },
  ],
  ['type', { type: 'formResponse', fields: [field] }],
  ['metadata', { type: 'text', text: 'Hi', metadata: [] }],
  ['metadata', { type: 'text', text: 'Hi', metadata: { a: { b: 1 } } }],
  // As characters they would be few enough.
  ['metadata', { type: 'text', text: 'Hi', metadata: { a: 'é'.repeat(2050) } }],
];
