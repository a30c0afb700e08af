// Says so when the program cannot start: the page stays as it was delivered.
for (const kind of ['error', 'unhandledrejection']) {
  addEventListener(kind, () => {
    if (!document.querySelector('#app[data-ready]')) {
      document.querySelector('.status-line').hidden = false;
    }
  }, true);
}
