import type { LoginForm } from '../connection/subject.js';
import { describeLanding, type ServerUnderTest } from '../fixtures/server/server-under-test.js';
import { stageOf } from '../fixtures/server/sign-in.js';
import type { Page } from '../fixtures/user-agent/page.js';
import type { Landing, PageLanding, Submission, UserAgent } from '../fixtures/user-agent/user-agent.js';
import { bare } from '../fixtures/wire/transport.js';
import { fieldPlace, type PreparedSubject } from './prepare-subjects.js';
import { UsageError } from './usage-error.js';

/**
 * Goes through login and approval once. Undefined when that ends in a code, else the diagnosis. Throws UsageError
 * when the file names a field that is on no page that came; whether the values are right only the server knows.
 */
export async function tryLogin(
  subject: PreparedSubject,
  server: ServerUnderTest,
): Promise<string[] | undefined> {
  const userAgent = new ObservedUserAgent(server.newUserAgent());
  const landing = await server.authorize(server.authorizationRequest(), userAgent);
  if (landing.kind === 'redirect' && landing.query.has('code')) return undefined;
  const stuck = `a correct authorization request of client ${server.client.name} ended at ${describeLanding(landing)}`;
  const { login } = server.facts;
  if (landing.kind !== 'page' || typeof login !== 'object') return [stuck];
  refuseForeignFields(subject, login, userAgent.pages);
  refuseScriptedLogin(subject, login, landing, userAgent.pages);
  return askedAgain(login, landing, userAgent.pages)
    ? [
        stuck,
        'the login page came again after its fields were sent; are the values of server.login.fields right?',
      ]
    : [stuck];
}

/**
 * A field of the file that no page has, while a page asks for one that the file does not have: they were meant to
 * be the same. Without the second, the page with the field may just not have come (an error before it).
 */
function refuseForeignFields(subject: PreparedSubject, { fields }: LoginForm, pages: readonly Page[]): void {
  const asked = pages.flatMap((page) => visibleFields(page).map((name) => ({ name, page })));
  const names = new Set(asked.map(({ name }) => name));
  const missing = Object.keys(fields).find((name) => !names.has(name));
  const foreign = asked.find(({ name }) => !Object.hasOwn(fields, name));
  if (missing === undefined || foreign === undefined) return;
  const { page } = foreign;
  throw new UsageError(
    `${fieldPlace(subject, ['server', 'login', 'fields', missing])}: is on no page that the server showed; ` +
      `${bare(page.url)} asks for ${visibleFields(page).join(', ')}. Write the field's name attribute`,
  );
}

/** None of the fields is on any page, and the page that came is made by script: over plain HTTP they never will be. */
function refuseScriptedLogin(
  subject: PreparedSubject,
  { fields }: LoginForm,
  landing: PageLanding,
  pages: readonly Page[],
): void {
  const shown = pages.flatMap(visibleFields);
  const { page, answer } = landing;
  if (answer.status >= 400 || !page.hasScript || Object.keys(fields).some((name) => shown.includes(name)))
    return;
  throw new UsageError(
    `${fieldPlace(subject, ['server', 'login', 'fields'])}: none of them is on the page at ${bare(page.url)}, ` +
      'which is made by script. Add browser: true to server.login, and Chromium drives the pages',
  );
}

/** The login page came again after its fields were sent: a wrong password, or a server that forgets who logged in. */
function askedAgain(login: LoginForm, landing: PageLanding, pages: readonly Page[]): boolean {
  return stageOf(landing, login) === 'login' && pages.at(-2)?.signature() === landing.page.signature();
}

function visibleFields(page: Page): string[] {
  return page.forms.flatMap(({ fields, hidden }) =>
    fields.map(([name]) => name).filter((name) => !hidden.includes(name)),
  );
}

/** A user agent that remembers the pages it was shown. */
class ObservedUserAgent implements UserAgent {
  readonly pages: Page[] = [];

  constructor(private readonly inner: UserAgent) {}

  async open(url: string): Promise<Landing> {
    return this.#seen(await this.inner.open(url));
  }

  async submit(page: Page, submission: Submission): Promise<Landing> {
    return this.#seen(await this.inner.submit(page, submission));
  }

  get hops() {
    return this.inner.hops;
  }

  cookiesFor(url: string): Promise<string> {
    return this.inner.cookiesFor(url);
  }

  close(): Promise<void> {
    return this.inner.close();
  }

  #seen(landing: Landing): Landing {
    if (landing.kind === 'page') this.pages.push(landing.page);
    return landing;
  }
}
