import { byId, copyButton, duration, element, fact, foreign, renew, setSwitch } from './dom.browser.js';

const endpointNames = {
  authorization: 'Authorization',
  token: 'Token',
  revocation: 'Revocation',
  introspection: 'Introspection',
  registration: 'Registration',
  userinfo: 'Userinfo',
  jwks: 'Keys (JWKS)',
};

const notations = {
  environment: 'Environment',
  json: 'JSON',
  subject: 'Subject file',
  manifest: 'Manifest',
};

/** Issuer, endpoints, and what to paste into a client. */
export function connectView(desk) {
  let notation = 'environment';
  let clientId;
  let secrets = false;
  let shownTenant;

  byId('client').addEventListener('change', ({ target }) => {
    clientId = target.value;
    secrets = false;
    desk.refresh();
  });
  byId('secrets').addEventListener('click', () => {
    secrets = !secrets;
    desk.refresh();
  });
  byId('formats').addEventListener('change', ({ target }) => {
    notation = target.value;
    desk.refresh();
  });
  byId('settings-copy').append(copyButton(() => byId('settings').textContent, 'the client settings'));

  async function show() {
    if (shownTenant !== desk.tenant.name)
      [shownTenant, clientId, secrets] = [desk.tenant.name, undefined, false];
    const { clients } = await desk.call('GET', 'clients');
    const client = clients.find(({ client_id }) => client_id === clientId) ?? clients[0];
    showEndpoints(desk.tenant);
    showClients(clients, client);
    setSwitch(byId('secrets'), secrets);
    const query = secrets ? '?secrets=shown' : '';
    showUsers((await desk.call('GET', `users${query}`)).users);
    if (client === undefined) return;
    const asked = new URLSearchParams({
      client_id: client.client_id,
      ...(secrets ? { secrets: 'shown' } : {}),
    });
    showSettings(client, await desk.call('GET', `settings?${asked}`));
  }

  function showSettings(client, { usesPkce, texts }) {
    renew(
      byId('client-facts'),
      ...fact('Client ID', [client.client_id]),
      ...fact('Redirect URI', client.redirect_uris),
      ...fact('Authentication', [client.token_endpoint_auth_method]),
      element('dt', {}, 'PKCE'),
      element(
        'dd',
        {},
        client.require_pkce ? 'S256, required' : usesPkce ? 'S256, or a nonce' : 'not required',
      ),
      element('dt', {}, 'Scopes'),
      element('dd', {}, element('code', {}, foreign(client.scope.join(' ') || 'none'))),
    );
    const chosen = texts.find(({ name }) => name === notation) ?? texts[0];
    byId('formats').replaceChildren(
      byId('formats').querySelector('legend'),
      ...texts.map(({ name }) => segment(name, name === chosen.name)),
    );
    if (byId('settings').textContent !== chosen.text) byId('settings').textContent = chosen.text;
  }

  return { show };
}

function segment(name, checked) {
  const radio = element('input', { type: 'radio', name: 'notation', value: name, checked });
  // Made anew at each choice: whoever chose by keyboard stays where they are.
  if (checked && document.activeElement?.name === 'notation') queueMicrotask(() => radio.focus());
  return element('label', {}, radio, element('span', {}, notations[name]));
}

function showEndpoints({ issuer, metadata, endpoints, resource, lifetimes }) {
  const named = Object.entries(endpoints).flatMap(([name, url]) => fact(endpointNames[name], [url]));
  const link = metadata && element('a', { href: metadata, target: '_blank', rel: 'noreferrer' }, metadata);
  renew(
    byId('endpoints'),
    ...fact('Issuer', [issuer]),
    element('dt', {}, 'Metadata'),
    link
      ? element('dd', {}, link, copyButton(metadata, 'Metadata'))
      : element('dd', {}, 'none, as this provider has none'),
    ...named,
    ...fact('Resource', [resource]),
    element('dt', {}, 'Lifetimes'),
    element(
      'dd',
      {},
      `access token ${duration(lifetimes.accessToken)}, refresh token ${duration(lifetimes.refreshToken)}, code ${duration(lifetimes.code)}`,
    ),
  );
}

/** Dynamic registration may have brought thousands; the newest are those that somebody looks for. */
function showClients(clients, chosen) {
  const options = clients.slice(-200).map(({ client_id, client_name }) => {
    const label = client_name === client_id ? client_id : `${client_name} (${client_id})`;
    return element('option', { value: client_id, selected: client_id === chosen?.client_id }, label);
  });
  byId('client').replaceChildren(...options);
}

function showUsers(users) {
  const rows = users.map(({ name, username, password, email }) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, foreign(name)),
      element('td', {}, element('code', {}, foreign(username)), copyButton(username, 'user name')),
      element(
        'td',
        {},
        password === undefined
          ? element('span', { class: 'soft' }, 'hidden')
          : element('code', {}, foreign(password)),
      ),
      element('td', {}, foreign(email)),
    ),
  );
  renew(byId('users'), ...rows);
}
