import type { Fields } from './values.js';

/** An entry of the menu that some channels show beside a conversation. */
export interface MenuItem {
  readonly id: string;
  readonly type: 'link' | 'postback' | 'submenu';
  readonly text: string;
  readonly uri: string | undefined;
  readonly payload: string | undefined;
  /** Of a submenu only. */
  readonly items: readonly MenuItem[] | undefined;
}

export interface Menu {
  readonly items: readonly MenuItem[];
  readonly settings: Fields | undefined;
  /** Only for the business to know it by. */
  readonly name?: string | undefined;
}
