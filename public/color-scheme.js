// Before the first paint: the colour scheme that was chosen here, else the system's.
// A file of its own, so that a content security policy without inline scripts lets it run.
(() => {
  let mode = null;
  try {
    mode = localStorage.getItem('coder-idp-sync.color-mode');
  } catch {}
  const dark = mode === 'dark' || (mode !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.colorScheme = dark ? 'dark' : 'light';
})();
