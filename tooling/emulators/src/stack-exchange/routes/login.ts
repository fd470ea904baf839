import { scopeAt, setCookie } from '../network/cookies.js';
import { loginPage } from '../pages/login.js';
import { accountMissingPage, captchaPage, readOnlyPage } from '../pages/login-refusals.js';
import type { Person } from '../state/model.js';
import { pageAnswer, redirectAnswer, textAnswer } from './answers.js';
import type { Call } from './call.js';
import { PageNotFound } from './refusals.js';
import { returnUrlOf } from './return-url.js';
import type { Route } from './route.js';

const halfAYear = 180 * 24 * 3_600;
const wrongCredentials = 'The email or password is incorrect.';

export const loginRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/users/login',
    handle(call) {
      const { service, visitor } = call;
      if (visitor.person !== undefined) return redirectAnswer(returnUrlOf(call));
      if (service.switches.readOnly) return pageAnswer(readOnlyPage(siteOf(call)));
      return pageAnswer(loginPage(siteOf(call), { fkey: visitor.mainFkey, returnUrl: returnUrlOf(call) }));
    },
  },
  {
    method: 'POST',
    path: '/users/login',
    handle(call) {
      const { service, visitor, form } = call;
      const { captcha, readOnly, withoutAccount } = service.switches;
      if (readOnly) return pageAnswer(readOnlyPage(siteOf(call)));
      if (captcha === 'page') return pageAnswer(captchaPage(siteOf(call)));
      if (captcha === 'redirect') {
        return redirectAnswer(`/captcha?returnurl=${encodeURIComponent(returnUrlOf(call))}`);
      }
      const person = personOf(call);
      if (person === undefined) {
        return pageAnswer(
          loginPage(siteOf(call), {
            fkey: visitor.mainFkey,
            returnUrl: returnUrlOf(call),
            email: form.get('email') ?? '',
            notice: wrongCredentials,
          }),
        );
      }
      if (withoutAccount.has(person)) {
        visitor.awaitsAccount = person;
        return pageAnswer(
          accountMissingPage(siteOf(call), { fkey: visitor.mainFkey, returnUrl: returnUrlOf(call) }),
        );
      }
      return logIn(call, person);
    },
  },
  {
    // Where the form of that page leads.
    method: 'POST',
    path: '/users/login-or-signup/create-account',
    handle(call) {
      const { awaitsAccount: person } = call.visitor;
      if (person === undefined) throw new PageNotFound();
      call.visitor.awaitsAccount = undefined;
      call.service.switches.withoutAccount.delete(person);
      return logIn(call, person);
    },
  },
  {
    // What the page's script asks before it sends the form.
    method: 'POST',
    path: '/users/login-or-signup/validation/track',
    handle: (call) => textAnswer(personOf(call) === undefined ? wrongCredentials : 'Login-OK'),
  },
  {
    method: 'GET',
    path: '/captcha',
    handle: (call) => pageAnswer(captchaPage(siteOf(call))),
  },
];

function logIn(call: Call, person: Person): Response {
  const { acct = '' } = call.service.sessions.logIn(person, call.destination.domain);
  call.cookies.push(setCookie('acct', acct, halfAYear, scopeAt(call.destination)));
  return redirectAnswer(returnUrlOf(call));
}

function siteOf(call: Call) {
  return call.chat.server.site.login;
}

function personOf({ service, form }: Call): Person | undefined {
  const email = (form.get('email') ?? '').trim().toLowerCase();
  const password = form.get('password') ?? '';
  return service.people.find((person) => person.email === email && person.password === password);
}
