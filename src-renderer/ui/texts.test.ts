// Over all source files of the renderer: what is read on the screen comes from a locale file, and is there.
import { describe, expect, test } from 'vitest'

type Texts = { readonly [key: string]: string | Texts }
const locales = import.meta.glob<Record<string, Texts>>(['../**/*.locale.ts'], { eager: true })
const sources = import.meta.glob<string>(['../**/*.vue', '../**/*.ts', '!../**/*.test.ts', '!../**/*.fixture.ts'], {
  eager: true,
  query: '?raw',
  import: 'default',
})

const paths = (texts: Texts, prefix = ''): string[] =>
  Object.entries(texts).flatMap(([key, value]) => (typeof value === 'string' ? [prefix + key] : paths(value, `${prefix}${key}.`)))
const known = new Set(Object.values(locales).flatMap((module) => Object.values(module).flatMap((texts) => paths(texts))))

describe('texts', () => {
  test.each(Object.entries(sources))('every text that %s names exists', (_, source) => {
    const named = [...source.matchAll(/\bt\(\s*'([\w.-]+)'/g)].map(([, key]) => key!)
    expect(named.filter((key) => !known.has(key))).toEqual([])
  })

  test.each(Object.entries(sources).filter(([path]) => path.endsWith('.vue')))('%s shows no text of its own', (_, source) => {
    const template = source.slice(source.indexOf('<template>'), source.lastIndexOf('</template>')).replace(/<!--[\s\S]*?-->/g, '')
    expect(template.match(/\p{Script=Han}+/gu) ?? []).toEqual([])
  })
})
