// Builds the windows: one page for each edition, served by the host under a strict CSP (no inline script, no eval, nothing remote).
import vue from '@vitejs/plugin-vue'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))
const pages = ['taxpayer', 'console'].map((edition) => path(`src-renderer/${edition}/index.html`))

export default defineConfig({
  root: path('src-renderer'),
  base: '/',
  plugins: [vue()],
  define: {
    // Leaves out of vue-i18n what these windows do not use.
    __VUE_I18N_FULL_INSTALL__: false,
    __VUE_I18N_LEGACY_API__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
  },
  build: {
    outDir: path('out/renderer'),
    emptyOutDir: true,
    assetsDir: 'static',
    // A data: font or script would be refused by the CSP; pictures are small files anyway.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'chrome140',
    // Loaded from this machine, not over a line.
    chunkSizeWarningLimit: 800,
    rolldownOptions: { input: pages },
  },
})
