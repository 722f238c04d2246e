/** Which of the options just shown is meant by 1, 第二个, 选三, 最后一个: a place from 0; -1 when the text chooses none. */
export function chosenPlace(normalised: string, optionCount: number): number {
  if (optionCount === 0) return -1
  const text = normalised.replaceAll(' ', '')
  if (/^(?:我?选|要)?(?:最后|倒数第一)(?:那|一)?(?:个|种|项|条)$/.test(text)) return optionCount - 1
  const match = /^(?:我?选择?|我?要|就|是)?(?:第|选项)?([1-9一二两三四五六七八九])(?:个|种|项|条|号)?(?:吧|的)?$/.exec(text)
  if (match === null) return -1
  const digit = match[1]!
  const place = /[1-9]/.test(digit) ? Number(digit) - 1 : '一二三四五六七八九'.indexOf(digit === '两' ? '二' : digit)
  return place < optionCount ? place : -1
}
