import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { html, joined, shortened, shortenedTo, visible } from './markup.js';

describe('markup', () => {
  test('escapes every value, in text and in attributes, and nothing twice', () => {
    const hostile = `</p><script>"'&`;
    const inner = html`<b title="${hostile}">${hostile}</b>`;
    const escaped = '&lt;/p&gt;&lt;script&gt;&quot;&#39;&amp;';
    assert.equal(html`<p>${[inner, 1]}</p>`.text, `<p><b title="${escaped}">${escaped}</b>1</p>`);
    assert.equal(joined([inner, '<'], ' & ').text, `${inner.text} &amp; &lt;`);
  });

  test('takes no attribute without quotes', () => {
    assert.throws(() => html`<a href=${'x onclick=y'}>z</a>`, /an attribute without quotes: <a href=/);
  });

  test('does not write its own line ends, and keeps those of a value', () => {
    assert.equal(
      html`<pre>
        ${'a\n  b'}
      </pre>`.text,
      '<pre>a\n  b</pre>',
    );
    assert.equal(
      html`<p>two
        words</p>`.text,
      '<p>two words</p>',
    );
  });

  test('control, format and bidirectional characters are seen, not obeyed', () => {
    const hostile = 'a\u202eb\u0000c\u200bd\u2028e\ud800f\u001b[2Jg\r\nh\ti\uffff';
    const expected = 'a\\u{202e}b\\u{0}c\\u{200b}d\\u{2028}e\\u{d800}f\\u{1b}[2Jg\nh\ti\\u{ffff}';
    assert.equal(visible(hostile), expected);
    assert.equal(html`${hostile}`.text, expected);
    assert.equal(visible('é 漢 🙂'), 'é 漢 🙂');
  });

  test('a long text says how much of it is missing', () => {
    assert.equal(shortened('abc', 3), 'abc');
    assert.equal(shortened('abcde', 3), 'abc … (2 more characters)');
    assert.equal(shortenedTo(10, 'abcde'), 'abcde');
    assert.equal(shortenedTo(10, '<<<<'), '<< … (2 more characters)');
  });
});
