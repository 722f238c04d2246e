import { expect, it } from 'vitest'
import { spells } from './spelling.ts'
import { soundsIn } from './sound-lines.ts'

const units = (letters: string, text: string): number => spells(letters, soundsIn(text), 0, text.length)

it.each([
  ['zengzhishui', 3],
  ['zzs', 3],
  ['zengzs', 3],
  ['zzshui', 3],
  ['zengzh', 2],
  ['zz', 2],
  ['zengz', 2],
  ['zenzisui', 3],
])('%s spells 增值税', (letters, length) => {
  expect(units(letters, '增值税怎么交')).toBe(length)
})

it.each(['zengshui', 'zs', 'zhx', 'fapiao'])('%s does not', (letters) => {
  expect(units(letters, '增值税怎么交')).toBe(0)
})

it('letters and digits stand for themselves among syllables', () => {
  expect(units('gsapp', '个税app下载')).toBe(5)
})

it('n and l at the beginning of a syllable are one, ü is v', () => {
  expect(units('niangeren', '两个人')).toBe(3)
  expect(units('lv', '女')).toBe(1)
  expect(units('nv', '女')).toBe(1)
})
