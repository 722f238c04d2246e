import { expect, test } from 'vitest'
import { typedText } from './typed-text.ts'

test.each([
  ['  契税 ', '契税'],
  ["zeng'zhi'shui", 'zengzhishui'],
  ['zeng zhi shui', 'zengzhishui'],
  ["增值sh'ui", '增值shui'],
  ['小规模 免税', '小规模 免税'],
])('%j is looked up as %s', (inBox, looked) => {
  expect(typedText(inBox)).toBe(looked)
})

test.each(['', '   ', '第一行\n第二行', '长'.repeat(41)])('%j is not looked up', (inBox) => {
  expect(typedText(inBox)).toBe('')
})
