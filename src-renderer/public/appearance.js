// Runs before the first paint, so that a dark window never flashes white. Kept in step by features/settings.
;(() => {
  const kept = localStorage.getItem('appearance.theme')
  const dark = kept === 'dark' || (kept !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.classList.toggle('dark', dark)
  document.documentElement.dataset.fontStep = localStorage.getItem('appearance.font-step') ?? '0'
})()
