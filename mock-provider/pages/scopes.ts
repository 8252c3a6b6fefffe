/** What scopes that everybody uses mean to the person who is asked. */
const known: Readonly<Record<string, string>> = {
  openid: 'Know who you are',
  profile: 'See your name and user name',
  email: 'See your e-mail address',
  address: 'See your postal address',
  phone: 'See your telephone number',
  offline_access: 'Keep this access while you are away',
  read: 'See your data',
  write: 'Change your data',
};

/** Undefined for a scope that is this application's own. */
export function meaningOf(scope: string): string | undefined {
  return Object.hasOwn(known, scope) ? known[scope] : undefined;
}
