// Playwright's global setup: the windows that are tested are those of the sources as they are.
const { ensureRendererBuilt } = (await import(new URL('../../../build/installed.mjs', import.meta.url).href)) as {
  ensureRendererBuilt(): void
}
export default ensureRendererBuilt
