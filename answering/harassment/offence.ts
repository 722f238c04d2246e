// What of a text is an offence against a person. The words are those of 敏感词; here it is asked whom they are meant for: a curse at the
// system, at the weather, at one's own luck is masked and no more.
import type { GuardHit } from '@zhengna/contract/domain/sensitive-word.ts'

export const offences = ['threat', 'sexual', 'abuse'] as const
export type Offence = (typeof offences)[number]

const CLAUSE_END = /[，。！？；、,.!?;\n]/u
/** Somebody is spoken to, or spoken of who sits at the other end. */
const SPOKEN_TO = /[你您妳伱]|客服|坐席|税务员|专管员|工作人员|办事员|机器人|小税|人工/u
const THINGS =
  /系统|网站|网页|页面|软件|程序|电脑|手机|网络|服务器|验证码|接口|客户端|政策|规定|流程|公司|老板|会计|自己|我真|骂我|说我|叫我/u
/** So little beside the word that it says nothing else. */
const BESIDE_MAX = 3

/** Each once, the gravest first. `text`: as the hits were found in it. */
export function offencesOf(text: string, hits: readonly GuardHit[]): Offence[] {
  return offences.filter((offence) =>
    hits.some((hit) => hit.category === offence && (offence !== 'abuse' || isMeantForSomebody(text, hit))),
  )
}

function isMeantForSomebody(text: string, { start, end }: GuardHit): boolean {
  let from = start
  while (from > 0 && !CLAUSE_END.test(text[from - 1]!)) from -= 1
  let to = end
  while (to < text.length && !CLAUSE_END.test(text[to]!)) to += 1
  const clause = text.slice(from, to)
  const beside = (text.slice(0, start) + text.slice(end)).replace(/[\s\p{P}\p{S}]/gu, '')
  if (THINGS.test(clause)) return false
  return SPOKEN_TO.test(clause) || beside.length <= BESIDE_MAX
}
