import { html, type Html, nothing } from './html.js';
import { userPath } from './links.js';
import type { PageContext } from './page-context.js';

/** A page of a chat server outside the rooms: top bar, menu, content, footer. */
export function chatPage(
  context: PageContext,
  page: { readonly title?: string; readonly content: Html },
): Html {
  const { server } = context;
  const title = page.title === undefined ? nothing : html`<title>${page.title} | ${server.site.host}</title>`;
  return html`<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd">
    <html>
      <head>
        ${title}
      </head>
      <body class="outside">
        <div id="container">
          ${topBar(context)}
          <div id="header">
            <div id="hmenu">
              <div class="nav">
                <ul>
                  <li><a href="/users">users (${server.users.size})</a></li>
                  <li><a href="/rooms">rooms (${server.rooms.size})</a></li>
                  <li><a href="/faq">faq</a></li>
                </ul>
              </div>
            </div>
          </div>
          <div id="content">${page.content}</div>
        </div>
        <div id="footer">
          <div id="footer-menu"><a href="/faq">faq</a></div>
        </div>
      </body>
    </html> `;
}

/** Who is logged in, or the way to do so. */
function topBar({ reader, loginRoot, isLoginSite, path }: PageContext): Html {
  // By this class the pages of a login site tell that somebody is logged in.
  const ownProfile =
    isLoginSite && reader !== undefined ? html`<a href="/users/current" class="my-profile"></a>` : nothing;
  const identity =
    reader === undefined
      ? html`<a href="${loginRoot}/users/login?returnurl=${encodeURIComponent(path)}">log in</a>`
      : html`<a href="${userPath(reader)}" title="${reader.name}">${reader.name}</a>`;
  return html`<div class="topbar">
    <div class="topbar-wrapper">
      <div class="topbar-links">
        <div class="links-container"><span class="topbar-menu-links"> ${identity} </span>${ownProfile}</div>
        <div class="search-container">
          <form action="/search" method="get" autocomplete="off">
            <input name="q" id="searchbox" type="text" placeholder="search" size="28" maxlength="80" />
          </form>
        </div>
      </div>
    </div>
  </div>`;
}
