import { isLoopbackHost } from '../../connection/loopback.js';
import type { ConnectionAnswers, ServerAnswers } from './answers.js';
import { askLogin } from './ask-login.js';
import { list, text } from './parsers.js';
import type { Interview } from './question.js';

/** What the test of a server needs beyond its connection. */
export async function askServer(interview: Interview, connection: ConnectionAnswers): Promise<ServerAnswers> {
  const hosts = connection.otherHosts.length === 0 ? [] : await askHosts(interview, connection.otherHosts);
  const foreign = [...connection.hosts, ...hosts].filter((host) => !isLoopbackHost(host));
  const authorized = foreign.length === 0 ? undefined : await askPermission(interview, foreign);
  const reached = { hosts, ...(authorized === undefined ? {} : { authorized }) };
  const login = await askLogin(interview, connection, reached);
  return { ...reached, ...(login === undefined ? {} : { login }) };
}

function askHosts(interview: Interview, named: readonly string[]): Promise<string[]> {
  return interview.ask({
    flag: 'host',
    ask: 'Further hosts that tests may contact',
    explanation: `the metadata name ${named.join(', ')}; "-" for none`,
    help: 'Proofkey sends nothing to a host that the subject file does not name, even where metadata do.',
    // Only a person, or the command line, may add hosts that somebody else names.
    initial: interview.patient ? named.join(' ') : '-',
    parse: (value) => (value.trim() === '-' ? [] : list(value)),
  });
}

function askPermission(interview: Interview, hosts: readonly string[]): Promise<string> {
  return interview.ask({
    flag: 'authorized',
    ask: 'Who permits this test?',
    explanation: `${hosts.join(', ')} is not this machine: say in words why you may test it, as "we operate this staging host"`,
    help: 'The tests attack: they send forged, repeated and broken requests. Only test what is yours to test.',
    parse: text,
  });
}
