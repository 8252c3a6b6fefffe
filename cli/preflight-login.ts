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
 * when the login of the file is not the one that the server asks for: login is no part of OAuth, so it is not what
 * is judged, and without it nothing can be.
 */
export async function tryLogin(
  subject: PreparedSubject,
  server: ServerUnderTest,
): Promise<string[] | undefined> {
  const userAgent = new ObservedUserAgent(server.newUserAgent());
  const landing = await server.authorize(server.authorizationRequest(), userAgent);
  if (landing.kind === 'redirect' && landing.query.has('code')) return undefined;
  const { login } = server.facts;
  if (landing.kind === 'page' && typeof login === 'object') {
    refuseForeignFields(subject, login, userAgent.pages);
    refuseRepeatedLogin(subject, login, landing, userAgent.pages);
  }
  return [
    `a correct authorization request of client ${server.client.name} ended at ${describeLanding(landing)}`,
  ];
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

/** The login page came again after its fields were sent: the server did not take what the file says. */
function refuseRepeatedLogin(
  subject: PreparedSubject,
  login: LoginForm,
  landing: PageLanding,
  pages: readonly Page[],
): void {
  const again = stageOf(landing, login) === 'login' && pages.at(-2)?.signature() === landing.page.signature();
  if (!again || landing.answer.status >= 500) return;
  throw new UsageError(
    `${fieldPlace(subject, ['server', 'login', 'fields'])}: the server asks for them again after they were sent: ` +
      `${describeLanding(landing)}. Check the values`,
  );
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
