import type { Open } from './open.js';

/** A line of a menu that opens an address. */
export interface MenuLink {
  readonly type: 'link';
  readonly text: string;
  readonly uri: string;
}

/** A line of a menu that tells your webhooks that it was chosen. */
export interface MenuPostback {
  readonly type: 'postback';
  readonly text: string;
  readonly payload: string;
}

/** A line of a menu that opens another menu, one level deep. */
export interface Submenu {
  readonly type: 'submenu';
  readonly text: string;
  readonly items: readonly (MenuLink | MenuPostback)[];
}

/** A menu to be shown beside conversations in Messenger and WeChat. */
export interface MenuContent {
  /** 1 to 5. */
  readonly items: readonly (MenuLink | MenuPostback | Submenu)[];
  readonly settings?: { readonly inputEnabled?: boolean | undefined } | undefined;
  /** What it is called; documented in 2017. */
  readonly name?: string | undefined;
}

/** A line of a menu as the service shows it. */
export interface MenuItem {
  readonly _id?: string;
  readonly type: Open<'link' | 'postback' | 'submenu'>;
  readonly text: string;
  readonly uri?: string;
  readonly payload?: string;
  readonly items?: readonly MenuItem[];
}

/** A menu as the service shows it. One that was deleted has no items. */
export interface Menu {
  readonly items: readonly MenuItem[];
  readonly settings?: { readonly inputEnabled?: boolean };
  readonly name?: string;
}

/** A menu, in the envelope of the service. */
export interface MenuResponse {
  readonly menu: Menu;
}
