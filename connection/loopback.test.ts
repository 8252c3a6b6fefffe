import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isLoopbackAddress, isLoopbackHost } from './loopback.js';

const hosts: Record<string, boolean> = {
  localhost: true,
  LOCALHOST: true,
  'localhost.': true,
  'as.localhost': true,
  'a.b.localhost.': true,
  '127.0.0.1': true,
  '127.255.255.254': true,
  '127.0.0.1.': true,
  '127.1': true,
  '0x7f.1': true,
  '2130706433': true,
  '[::1]': true,
  '::1': true,
  '[0:0:0:0:0:0:0:1]': true,
  '[::ffff:127.0.0.1]': true,
  '::ffff:127.9.9.9': true,
  '[::ffff:7f00:1]': true,
  '127.0.0.1.evil.test': false,
  '127.0.0.1.evil.localhost.test': false,
  'localhost.evil.test': false,
  notlocalhost: false,
  'evil-localhost': false,
  '.localhost': false,
  'a..localhost': false,
  'localhost..': false,
  '128.0.0.1': false,
  '127.0.0.256': false,
  '127.0.0.1.1': false,
  '0.0.0.0': false,
  '10.127.0.1': false,
  '[::]': false,
  '[::2]': false,
  '[::ffff:128.0.0.1]': false,
  '[::ffff:10.0.0.1]': false,
  '[2001:db8::127.0.0.1]': false,
  '[fe80::1]': false,
  '[localhost]': false,
  '[127.0.0.1]': false,
  'user@localhost': false,
  'evil.test/.localhost': false,
  'evil.test#.localhost': false,
  'evil.test\\.localhost': false,
  'localhost:80': false,
  ' localhost': false,
  '': false,
  '.': false,
};

for (const [host, expected] of Object.entries(hosts)) {
  test(`host ${JSON.stringify(host)} is ${expected ? '' : 'not '}loopback`, () => {
    assert.equal(isLoopbackHost(host), expected);
  });
}

const addresses: Record<string, boolean> = {
  '127.0.0.1': true,
  '127.200.3.4': true,
  '::1': true,
  '0:0:0:0:0:0:0:1': true,
  '::1%lo': true,
  '::ffff:127.0.0.1': true,
  '::FFFF:7F00:1': true,
  localhost: false,
  '127.1': false,
  '[::1]': false,
  '128.0.0.1': false,
  '::': false,
  '0.0.0.0': false,
  '::ffff:10.0.0.1': false,
  '::127.0.0.1': false,
  '': false,
};

for (const [address, expected] of Object.entries(addresses)) {
  test(`address ${JSON.stringify(address)} is ${expected ? '' : 'not '}loopback`, () => {
    assert.equal(isLoopbackAddress(address), expected);
  });
}
