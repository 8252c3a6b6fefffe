/**
 * What a hostile target writes where a person or a program will read it. Each holds the mark, by which reports are
 * searched for it, and would do something in one of the places where a report may end up.
 */
export const mark = 'h0stile';

const esc = '\u001b';
const bell = '\u0007';

export const hostileWords: Record<string, string> = {
  script: `<script>alert('${mark}')</script>`,
  'an attribute that is broken out of': `"'><img src=x onerror=alert('${mark}')>`,
  'the end of a script element': `</script><svg/onload=alert('${mark}')>`,
  'a template that may be filled in': `{{constructor.constructor("${mark}")()}}$\{${mark}}`,
  'a command of a workflow': `\n::error file=h0stile.ts,line=1::forged\n::stop-commands::${mark}\n`,
  'a command within a line': `##[error]${mark} ##vso[task.complete result=Succeeded]${mark} ##teamcity[x ${mark}]`,
  'a table and a heading': `\n| a |\n|---|\n# ${mark} [link](javascript:alert(1)) ![i](http://127.0.0.1:9/${mark}.png) \`x\``,
  'a mention and a closing word': `@everyone fixes #1 <details open><summary>${mark}`,
  colors: `${esc}[31mred ${mark}${esc}[0m${esc}[2J${esc}[1;1H`,
  'a link of the terminal': `${esc}]8;;http://evil.example/${mark}${bell}click${esc}]8;;${bell}`,
  'a title of the window': `${esc}]0;${mark}${bell}${esc}P1$r0m${esc}\\`,
  'eight-bit controls': `\u009b31m${mark}\u009d0;x\u009c`,
  'a carriage return': `harmless\rverdict: pass ${mark}`,
  backspaces: `fail\b\b\b\bpass ${mark}\u0000\u007f`,
  'a reversed order': `\u202e${mark}\u2066 gnp.exe\u200f\u2069`,
  'lone surrogates': `\ud800${mark}\udfff`,
  'separators that are no line ends': `a\u2028${mark}\u2029b\u0085c\ufeff`,
  'characters that XML forbids': `\u0001${mark}\ufffe\uffff]]>&undefined;<!--`,
  'the end of a quoted word': `'; touch ${mark}; '$(touch ${mark})\`touch ${mark}\``,
  'a format': '%s%s%n %d{h0stile} $& $1 $$',
};

/** All of them in one text. */
export const everyWord = Object.values(hostileWords).join(' ');

/** As far as a header may carry it: nothing below space (the parser refuses it), one byte a character. */
export const headerWords = everyWord.replace(/[^\x20-\x7e\xa0-\xff]/g, '');
