// Lint with types, and the rules of the house: who may import what, no raw IPC, nothing silenced.
import vue from 'eslint-plugin-vue'
import globals from 'globals'
import ts from 'typescript-eslint'
import vueParser from 'vue-eslint-parser'

const node = globals.node
const typed = {
  // The nearest tsconfig of each file. A component is new to the types of its zone whenever it is parsed: the service is quickest at that.
  projectService: { allowDefaultProject: ['*.config.ts'], defaultProject: 'test/tsconfig.json' },
  extraFileExtensions: ['.vue'],
  tsconfigRootDir: import.meta.dirname,
}
const electronOnly = {
  name: 'electron',
  message:
    'Electron belongs to src-main/electron and src-preload. The host must run under plain Node too: ask for what you need through src-main/host/ports.ts.',
}

export default ts.config(
  { ignores: ['node_modules/', 'out/', 'dist/', '.data/', 'test-results/', 'docs/', '**/*.d.ts'] },
  {
    files: ['**/*.ts', '**/*.vue'],
    extends: [...ts.configs.strictTypeChecked, ...ts.configs.stylisticTypeChecked],
  },
  { files: ['**/*.ts'], languageOptions: { parserOptions: typed } },
  {
    files: ['**/*.vue'],
    extends: [...vue.configs['flat/recommended']],
    languageOptions: { parser: vueParser, parserOptions: { ...typed, parser: ts.parser } },
  },
  {
    files: ['**/*.ts', '**/*.vue'],
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports', prefer: 'type-imports' }],
      // `return refuse(…)` leaves early and says why in one line.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // Our interfaces are records of closures; none of them reads `this`.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: 'only-allowed-literals' }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false, arguments: false, properties: false } }],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/require-await': 'off',
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-restricted-imports': ['error', { paths: [electronOnly] }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['**/*.vue'],
    rules: {
      // Prettier lays out templates.
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/attributes-order': 'off',
      'vue/no-v-html': 'error',
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/multi-word-component-names': 'error',
    },
  },
  {
    files: ['src-main/electron/**', 'src-preload/**', 'test/electron/**', 'test/support/electron-double/**'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: ['src-renderer/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [electronOnly],
          patterns: [{ group: ['node:*', 'fs', 'path'], message: 'A window has no Node: ask the host (src-renderer/host).' }],
        },
      ],
    },
  },
  {
    // Lint cannot read a component's type in a .ts file; vue-tsc does and checks these lines.
    files: ['src-renderer/*/main.ts', 'src-renderer/console/console-router.ts'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off', '@typescript-eslint/no-unsafe-argument': 'off' },
  },
  { files: ['**/*.test.ts', 'test/**'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  // Typed arrays under noUncheckedIndexedAccess: the index is in range by construction, and a check would cost in the hot loop.
  { files: ['answering/**', 'src-main/host/reading/prepare/**'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  { files: ['**/*.mjs', '**/*.js'], languageOptions: { globals: node } },
)
