// The report works without this: it adds the theme switch and copy buttons, and opens what is printed.
(() => {
  const themes = ['auto', 'light', 'dark'];
  let theme = stored('proofkey-theme') ?? 'auto';
  const showTheme = () => {
    if (!themes.includes(theme)) theme = 'auto';
    if (theme === 'auto') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  };
  // At once, so that nothing flashes.
  showTheme();
  document.addEventListener('DOMContentLoaded', () => {
    one('.tools').hidden = false;
    startTheme();
    startCopying();
    startPrinting();
  });

  function startTheme() {
    const button = one('#theme');
    const name = () => {
      button.textContent = `Theme: ${theme}`;
    };
    name();
    button.addEventListener('click', () => {
      theme = themes[(themes.indexOf(theme) + 1) % themes.length];
      stored('proofkey-theme', theme);
      showTheme();
      name();
    });
  }

  function startCopying() {
    for (const command of all('pre.command')) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'copy';
      button.textContent = 'Copy';
      button.addEventListener('click', async () => {
        button.textContent = (await copied(command)) ? 'Copied' : 'Selected: press Ctrl+C';
        setTimeout(() => {
          button.textContent = 'Copy';
        }, 2000);
      });
      command.before(button);
    }
  }

  async function copied(element) {
    try {
      await navigator.clipboard.writeText(element.textContent);
      return true;
    } catch {
      getSelection().selectAllChildren(element);
      return false;
    }
  }

  /** On paper nothing can be opened. */
  function startPrinting() {
    let opened = [];
    const open = () => {
      opened = all('#findings details.req:not([open])');
      for (const details of opened) details.open = true;
    };
    const close = () => {
      for (const details of opened) details.open = false;
      opened = [];
    };
    addEventListener('beforeprint', open);
    addEventListener('afterprint', close);
  }
})();
