/** Threats that requirements cover, by the sections that describe them. Titles are the sections' own. */
export const threats = {
  'RFC 9700 §4.1.1': 'Redirect URI Validation Attacks on Authorization Code Grant',
  'RFC 9700 §4.1.2': 'Redirect URI Validation Attacks on Implicit Grant',
  'RFC 9700 §4.2.1': 'Leakage from the OAuth Client',
  'RFC 9700 §4.2.2': 'Leakage from the Authorization Server',
  'RFC 9700 §4.3.1': 'Authorization Code in Browser History',
  'RFC 9700 §4.3.2': 'Access Token in Browser History',
  'RFC 9700 §4.4': 'Mix-Up Attacks',
  'RFC 9700 §4.5': 'Authorization Code Injection',
  'RFC 9700 §4.6': 'Access Token Injection',
  'RFC 9700 §4.7': 'Cross-Site Request Forgery',
  'RFC 9700 §4.8': 'PKCE Downgrade Attack',
  'RFC 9700 §4.9.1': 'Access Token Phishing by Counterfeit Resource Server',
  'RFC 9700 §4.9.2': 'Compromised Resource Server',
  'RFC 9700 §4.10': 'Misuse of Stolen Access Tokens',
  'RFC 9700 §4.11.1': 'Client as Open Redirector',
  'RFC 9700 §4.11.2': 'Authorization Server as Open Redirector',
  'RFC 9700 §4.12': '307 Redirect',
  'RFC 9700 §4.13': 'TLS Terminating Reverse Proxies',
  'RFC 9700 §4.14': 'Refresh Token Protection',
  'RFC 9700 §4.15': 'Client Impersonating Resource Owner',
  'RFC 9700 §4.16': 'Clickjacking',
  'RFC 9700 §4.17': 'Attacks on In-Browser Communication Flows',
} as const;

export type ThreatId = keyof typeof threats;
