/** Where a clause of a requirement can be read; undefined for what no public document says. */
export function clauseLink(clause: string): string | undefined {
  for (const [pattern, link] of documents) {
    const match = pattern.exec(clause);
    if (match !== null) return link(match.groups ?? {});
  }
  return undefined;
}

type Groups = Record<string, string | undefined>;

/** `§4.1.2` or `Appendix B`, as documents of the IETF anchor them. */
const place = '(?: (?:§(?<section>[\\d.]+)|Appendix (?<appendix>[A-Z][\\d.]*)))?';

function anchor({ section, appendix }: Groups): string {
  if (section !== undefined) return `#section-${section}`;
  return appendix === undefined ? '' : `#appendix-${appendix}`;
}

/** The OpenID specifications are rendered by an older tool. */
function openidAnchor({ section }: Groups): string {
  return section === undefined ? '' : `#rfc.section.${section}`;
}

const drafts = 'https://datatracker.ietf.org/doc/html';
const openid = 'https://openid.net/specs';

const documents: [RegExp, (groups: Groups) => string][] = [
  [
    new RegExp(`^RFC (?<number>\\d+)${place}$`),
    (groups) => `https://www.rfc-editor.org/rfc/rfc${groups.number}${anchor(groups)}`,
  ],
  [
    new RegExp(`^OAuth 2\\.1 draft-(?<version>\\d+)${place}$`),
    (groups) => `${drafts}/draft-ietf-oauth-v2-1-${groups.version}${anchor(groups)}`,
  ],
  [
    new RegExp(`^Browser-Based Apps draft${place}$`),
    (groups) => `${drafts}/draft-ietf-oauth-browser-based-apps${anchor(groups)}`,
  ],
  [
    new RegExp(`^(?:OIDC|OpenID Connect) Core${place}$`),
    (groups) => `${openid}/openid-connect-core-1_0.html${openidAnchor(groups)}`,
  ],
  [
    new RegExp(`^(?:OIDC|OpenID Connect) Discovery${place}$`),
    (groups) => `${openid}/openid-connect-discovery-1_0.html${openidAnchor(groups)}`,
  ],
  [/^Fetch standard \(CORS protocol\)$/, () => 'https://fetch.spec.whatwg.org/#http-cors-protocol'],
];
