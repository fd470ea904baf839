export type Person = 'mara' | 'tomas';

/** Where things are posted, beside the profiles of people. */
export type Place = 'account' | 'team' | 'books' | 'party';

/** What is said under a post. */
export interface SeededComment {
  readonly by: Person;
  readonly hoursAgo: number;
  readonly text: string;
}

/** A post that is there from the beginning. */
export interface SeededPost {
  readonly by: Person;
  /** On whose feed, if not on the author's own. */
  readonly to?: Person | Place;
  readonly hoursAgo: number;
  /** Plain text, in which `@mara` and `@tomas` become mentions. */
  readonly text: string;
  readonly poll?: readonly string[];
  readonly question?: string;
  readonly link?: { readonly url: string; readonly urlName: string };
  /** The name of a text file that hangs on it. */
  readonly file?: string;
  readonly comments?: readonly SeededComment[];
  readonly likedBy?: readonly Person[];
}

/** A fortnight of a small company that rents out boats, oldest first. */
export const seededPosts: readonly SeededPost[] = [
  { by: 'mara', hoursAgo: 331, text: 'Hello everybody, this feed is now open. Say what you are working on.' },
  { by: 'tomas', hoursAgo: 329, text: 'Hello Mara! First entry: the new jetty is finished. #harbour' },
  { by: 'tomas', hoursAgo: 307, text: 'Spring check of all 14 boats starts on Monday.' },
  {
    by: 'mara',
    hoursAgo: 306,
    text: 'The price list is at https://www.example.com/prices?year=2026&lang=en',
  },
  {
    by: 'mara',
    to: 'team',
    hoursAgo: 290,
    text: 'This is the place for everything about the harbour. Which day suits you for the summer party?',
    poll: ['Friday', 'Saturday', 'Sunday'],
  },
  { by: 'tomas', to: 'mara', hoursAgo: 284, text: 'Can we move our Tuesday meeting to 10:30?' },
  { by: 'mara', to: 'tomas', hoursAgo: 283, text: 'Yes, 10:30 is fine.' },
  {
    by: 'tomas',
    to: 'account',
    hoursAgo: 261,
    text: 'Called them: they want six kayaks for the whole of July. #lead',
  },
  {
    by: 'mara',
    to: 'account',
    hoursAgo: 259,
    text: 'Offer sent. They asked for "a fair price", so be it. #lead',
  },
  { by: 'mara', hoursAgo: 238, text: 'Insurance is renewed for another year.' },
  { by: 'tomas', hoursAgo: 236, text: "Kayak 3 leaks again. It's the old seam. #repairs" },
  {
    by: 'tomas',
    to: 'team',
    hoursAgo: 220,
    text: 'The winch turns, but the rope does not move.',
    question: 'How is the winch unlocked?',
    comments: [
      { by: 'mara', hoursAgo: 219, text: 'Is the pawl up?' },
      { by: 'tomas', hoursAgo: 218, text: 'It was down. Now it runs.' },
    ],
  },
  { by: 'mara', hoursAgo: 214, text: 'Who has the key of the boathouse?', likedBy: ['tomas'] },
  { by: 'tomas', hoursAgo: 213, text: 'I have. Sorry!' },
  { by: 'tomas', hoursAgo: 190, text: 'Kayak 3 is watertight. Seam & hatch are new. #repairs' },
  { by: 'mara', hoursAgo: 188, text: 'Thank you @tomas, that was quick.' },
  { by: 'mara', hoursAgo: 166, text: 'Weather for the weekend: 18 °C < T < 23 °C, wind 3 to 4. #weather' },
  {
    by: 'mara',
    to: 'books',
    hoursAgo: 165,
    text: 'The tax adviser wants the receipts of May.',
    file: 'receipts.txt',
  },
  { by: 'tomas', hoursAgo: 164, text: 'Then we need more life jackets in size M.' },
  { by: 'tomas', hoursAgo: 142, text: 'Life jackets ordered: https://www.example.com/orders/20260' },
  { by: 'mara', to: 'account', hoursAgo: 140, text: 'They signed! Six kayaks for July. #[won deals]' },
  { by: 'tomas', to: 'mara', hoursAgo: 139, text: 'Congratulations! 🎉' },
  { by: 'mara', hoursAgo: 118, text: 'New on the site: booking by the hour. Please try it.' },
  { by: 'tomas', hoursAgo: 116, text: 'Tried it. Works on the phone, too.' },
  {
    by: 'tomas',
    to: 'team',
    hoursAgo: 100,
    text: 'The tide tables of this year.',
    link: { url: 'https://www.example.com/tides', urlName: 'Tides' },
    likedBy: ['mara', 'tomas'],
    comments: [
      { by: 'mara', hoursAgo: 99, text: 'Printed. They hang beside the door.' },
      { by: 'tomas', hoursAgo: 98, text: 'Perfect.' },
      { by: 'mara', hoursAgo: 97, text: 'Page 4 is upside down. #[tide tables]' },
      { by: 'tomas', hoursAgo: 96, text: 'Turned it around.' },
    ],
  },
  { by: 'tomas', to: 'party', hoursAgo: 95, text: 'Nobody tells Mara: cake at four.' },
  { by: 'mara', hoursAgo: 94, text: 'The harbour master visits on Thursday. #harbour' },
  { by: 'tomas', hoursAgo: 92, text: 'I will paint the signs until then.' },
  { by: 'tomas', hoursAgo: 70, text: 'Signs are painted. Do not lean on them.' },
  { by: 'mara', hoursAgo: 68, text: 'Visit went well: no complaints. Well done, @tomas. #harbour' },
  { by: 'mara', hoursAgo: 46, text: 'Pictures of the visit: https://www.example.com/pictures/harbour.' },
  { by: 'tomas', hoursAgo: 44, text: 'Backup of the bookings lies in C:\\bookings\\2026 now.' },
  { by: 'tomas', hoursAgo: 22, text: 'Fuel for the motor boat is at 40 %. #supplies' },
  { by: 'mara', hoursAgo: 20, text: 'Will refill it tomorrow.' },
  { by: 'tomas', hoursAgo: 3, text: '@mara the motor boat starts again, we can go.' },
  { by: 'mara', hoursAgo: 1, text: 'On my way. #harbour' },
];
