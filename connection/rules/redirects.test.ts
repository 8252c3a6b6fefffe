import { appScheme, appUri, connectionWith, judged, web } from './testing/judged.js';

const uri = 'auth.redirect.uriScheme';
const path = 'auth.redirect.callbackPath';
const url = 'auth.redirect.redirectUrl';

judged('blocked-scheme', [
  ...['javascript', 'data', 'file', 'http', 'https', 'vbscript'].map((scheme) => ({
    shows: `the scheme ${scheme}`,
    auth: appUri(scheme),
    at: uri,
  })),
  { shows: 'a blocked scheme of an app scheme', auth: appScheme('https'), at: 'auth.redirect.scheme' },
  { shows: 'a reverse domain name', auth: appUri('ai.jingle') },
  { shows: 'a scheme that only begins like a blocked one', auth: appScheme('data.example.app') },
  { shows: 'a web redirect', auth: web('https://app.example.com/callback') },
]);

judged('reverse-domain-scheme', [
  { shows: 'a single word', auth: appScheme('jingle'), at: 'auth.redirect.scheme' },
  { shows: 'a word of an app URI', auth: appUri('my-app'), at: uri },
  { shows: 'a reverse domain name', auth: appUri('ai.jingle') },
  { shows: 'a long one', auth: appUri('com.googleusercontent.apps.123-abc') },
  { shows: 'a blocked scheme, which is worse', auth: appUri('javascript') },
  { shows: 'a web redirect', auth: web('http://127.0.0.1/') },
]);

judged('app-uri-slash', [
  { shows: 'two slashes', auth: appUri('ai.jingle', '//oauth'), at: path },
  { shows: 'three slashes', auth: appUri('ai.jingle', '///oauth'), at: path },
  { shows: 'one slash', auth: appUri('ai.jingle', '/oauth?package_name=github') },
  { shows: 'no slash', auth: appUri('ai.jingle', 'oauth') },
  { shows: 'two slashes of an app scheme', auth: appScheme('ai.jingle', '//oauth/callback') },
]);

judged('callback-path', [
  { shows: 'a whole URI', auth: appScheme('ai.jingle', 'ai.jingle://oauth/callback'), at: path },
  { shows: 'a fragment', auth: appUri('ai.jingle', '/oauth#done'), at: path },
  { shows: 'a space', auth: appUri('ai.jingle', '/oauth callback'), at: path },
  { shows: 'a line end', auth: appUri('ai.jingle', '/oauth\n'), at: path },
  { shows: 'a backslash', auth: appScheme('ai.jingle', '\\oauth'), at: path },
  { shows: 'a user name', auth: appScheme('ai.jingle', 'user@oauth/callback'), at: path },
  { shows: 'a port', auth: appScheme('ai.jingle', '/oauth:443/callback'), at: path },
  { shows: 'a name and a path', auth: appScheme('ai.jingle', '/oauth/callback') },
  { shows: 'a query', auth: appScheme('ai.jingle', 'oauth?package_name=github&at=a@b:1') },
  { shows: 'an @ in a path', auth: appUri('ai.jingle', '/@app/callback') },
  { shows: 'a blank path, which another rule judges', auth: appUri('ai.jingle', ' ') },
  { shows: 'a web redirect', auth: web('https://app.example.com/#/') },
]);

const localhost = web('http://localhost:8765/callback');
judged('redirect-localhost', [
  { shows: 'the name', auth: { ...localhost, clientType: 'public' }, at: url },
  { shows: 'the name, of a client without a secret', auth: localhost, at: url },
  { shows: 'the address', auth: web('http://127.0.0.1:8765/callback') },
  { shows: 'a web application under development', auth: { ...localhost, clientType: 'confidential' } },
  { shows: 'a local page with TLS', auth: web('https://localhost:8765/callback') },
  { shows: 'a name that begins so', auth: web('http://localhost.example.com/callback') },
  {
    shows: 'a provider that takes nothing else',
    auth: { ...localhost, authorizationUrl: 'https://airtable.com/oauth2/v1/authorize' },
  },
]);

judged('redirect-wildcard', [
  { shows: 'any host', auth: web('https://*.example.com/callback'), at: url },
  { shows: 'any path', auth: web('https://app.example.com/*'), at: url },
  { shows: 'any path of an app', auth: appUri('ai.jingle', '/oauth/*'), at: path },
  { shows: 'a star in a query', auth: web('https://app.example.com/callback?filter=*') },
  { shows: 'no star', auth: web('https://app.example.com/callback') },
]);

judged('redirect-response-parameter', [
  ...['code', 'state', 'error', 'iss'].map((name) => ({
    shows: `a ${name} of its own`,
    auth: web(`https://app.example.com/callback?a=b&${name}=c`),
    at: url,
  })),
  { shows: 'a parameter in disguise', auth: web('https://app.example.com/callback?%63ode=c'), at: url },
  { shows: 'a state of an app URI', auth: appUri('ai.jingle', '/oauth?state=a'), at: path },
  { shows: 'a name of its own', auth: web('https://jingle.ai/callback?packageName=code') },
  { shows: 'a name in other case', auth: web('https://app.example.com/callback?Code=c') },
]);

const makenotwork = { authorizationUrl: 'https://makenot.work/oauth/authorize' };
judged('redirect-query', [
  {
    shows: 'a query, where the response begins with "?"',
    auth: { ...makenotwork, ...web('https://jingle.ai/callback?packageName=a') },
    at: url,
  },
  {
    shows: 'a query of an app, likewise',
    auth: { ...makenotwork, ...appUri('ai.jingle', '/oauth?package_name=a') },
    at: path,
  },
  { shows: 'no query there', auth: { ...makenotwork, ...web('https://jingle.ai/callback/a') } },
  { shows: 'a query where nothing is known', auth: web('https://jingle.ai/callback?packageName=a') },
]);

const apple = { authorizationUrl: 'https://appleid.apple.com/auth/authorize' };
const airtable = { authorizationUrl: 'https://airtable.com/oauth2/v1/authorize' };
judged('refused-redirect', [
  { shows: 'an address', auth: { ...apple, ...web('http://127.0.0.1:8765/') }, at: url },
  { shows: 'an IPv6 address', auth: { ...airtable, ...web('http://[::1]:8765/') }, at: url },
  { shows: 'localhost', auth: { ...apple, ...localhost }, at: url },
  { shows: 'an app', auth: { ...apple, ...appUri('com.example.app') }, at: uri },
  { shows: 'localhost where it is taken', auth: { ...airtable, ...localhost } },
  { shows: 'a domain name', auth: { ...apple, ...web('https://app.example.com/') } },
  { shows: 'an address where nothing is known', auth: web('http://127.0.0.1:8765/') },
]);

const login = (host: string) => ({ authorizationUrl: `https://${host}/authorize`, ...appUri('a.b') });
const earlier = connectionWith(login('a.example'), { id: 'first' });
judged('shared-redirect-uri', [
  {
    shows: 'one redirect URI at two servers',
    auth: login('b.example'),
    surroundings: { connections: [earlier] },
    at: path,
  },
  {
    shows: 'one that is merely spelt otherwise',
    auth: { ...login('b.example'), ...appUri('a.b', 'callback') },
    surroundings: { connections: [earlier] },
    at: path,
  },
  {
    shows: 'two clients at one server',
    auth: login('a.example'),
    surroundings: { connections: [earlier] },
  },
  {
    shows: 'two redirect URIs',
    auth: { ...login('b.example'), ...appUri('a.b', '/other') },
    surroundings: { connections: [earlier] },
  },
  {
    shows: 'two issuers to compare',
    auth: { issuer: 'https://b.example', ...appUri('a.b') },
    surroundings: { connections: [connectionWith({ issuer: 'https://a.example', ...appUri('a.b') })] },
  },
  { shows: 'one connection', auth: login('a.example') },
]);

const formPost = { authorizationParams: { response_mode: 'form_post' } };
judged('response-mode', [
  {
    shows: 'a form for an app',
    auth: { ...formPost, ...appScheme('a.b') },
    at: 'auth.authorizationParams.response_mode',
  },
  { shows: 'a form for a page', auth: { ...formPost, ...web('https://app.example.com/callback') } },
  {
    shows: 'a query for an app',
    auth: { authorizationParams: { response_mode: 'query' }, ...appUri('a.b') },
  },
]);
