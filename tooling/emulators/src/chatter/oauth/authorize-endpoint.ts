import type { User } from '../state/model.js';
import { approvedUrl, readDestination, readWishes, refusedUrl } from './authorization.js';
import { loginPage } from './login-page.js';
import { accessDenied, OAuthError } from './oauth-error.js';
import type { OAuthService } from './service.js';
import { userNamed } from './users.js';

/**
 * `/services/oauth2/authorize`: shows a login page, takes what it sends, and goes on to the application. Throws what a person
 * must be told.
 */
export function answerAuthorizeRequest(parameters: URLSearchParams, service: OAuthService): Response {
  const destination = readDestination(parameters, service);
  const username = parameters.get('username');
  const user = userNamed(service.state, username);
  const isDenied = parameters.get('decision') === 'deny';
  const isLoggedIn = user?.isActive === true && user.password === parameters.get('password');
  try {
    const wishes = readWishes(parameters, destination.app);
    if (isDenied) throw accessDenied();
    if (!isLoggedIn) return loginPage(parameters, destination.app.name, username);
    return redirect(approvedUrl(destination, wishes, user, service));
  } catch (error) {
    if (error instanceof OAuthError) return redirect(refusedUrl(destination, error));
    throw error;
  }
}

/** Where the browser would go if this user logged in and approved. Throws what would be shown on a page. */
export function approve(parameters: URLSearchParams, user: User, service: OAuthService): string {
  const destination = readDestination(parameters, service);
  try {
    return approvedUrl(destination, readWishes(parameters, destination.app), user, service);
  } catch (error) {
    if (error instanceof OAuthError) return refusedUrl(destination, error);
    throw error;
  }
}

function redirect(url: string): Response {
  return new Response(null, { status: 302, headers: { location: url } });
}
