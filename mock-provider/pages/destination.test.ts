import assert from 'node:assert/strict';
import { test } from 'node:test';
import { destinationOf } from './destination.js';

const destinations: [string, string, RegExp][] = [
  ['https://shop.example/callback?a=b', 'shop.example', /^a website$/],
  ['https://shop.example@evil.example:8443/', 'evil.example:8443', /^a website$/],
  ['http://shop.example/', 'shop.example', /without encryption/],
  ['http://127.0.0.1:9000/cb', '127.0.0.1:9000', /on this computer/],
  ['http://[::1]:9000/cb', '[::1]:9000', /on this computer/],
  ['https://127.0.0.1.evil.example/', '127.0.0.1.evil.example', /^a website$/],
  ['com.example.app:/callback', 'com.example.app', /on this device/],
];

for (const [uri, name, what] of destinations) {
  test(`an answer to ${uri} goes to ${name}`, () => {
    const destination = destinationOf(uri);
    assert.equal(destination.name, name);
    assert.match(destination.what, what);
  });
}
