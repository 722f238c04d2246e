// A long story, or a sentence that runs on as a recogniser wrote it, cut to what it asks.
import { normaliseQuery } from './normalise.ts'

/** Shorter texts are their own focus. */
const STORY_MIN_LENGTH = 32
/** A clause this short says too little without the one before it. */
const SHORT_CLAUSE = 9
const FOCUS_MAX_LENGTH = 60

const STOP = /[，。！？；：,.!?;:\n\r、…~～]+/
/** Where somebody who does not pause begins anew. */
const TURN = /(?=(?:然后|所以|但是|可是|不过|现在|我就?想(?:问|知道|咨询)|请问|麻烦问|问一?下|那我|那这|这种情况|像我这|结果|如果))/
const ASKS =
  /怎么|怎样|如何|吗|呢|多少|能不能|可不可以|可以不|行不行|是不是|要不要|用不用|需不需要|哪|什么|啥|几|为何|咋|对不对|有没有|是否|还能|还要|会不会|谁|算不算|合不合|能否|可否|边度|点样|点算|得唔得|系咪|使唔使/
/** Sounds and words that a recogniser writes down and nobody meant. */
const FILLERS = /嗯+|呃+|额额+|啊这|就是说|怎么说呢|你知道吧|那个那个|就是就是|然后就是|那个就是|就是那个/g

/** The asking part of a raw query, normalised; null where the whole is short, or nothing in it asks more than the rest. */
export function focusOf(raw: string): string | null {
  const whole = normaliseQuery(raw)
  if (whole.length < STORY_MIN_LENGTH) return null
  const clauses = raw
    .slice(0, 1_600)
    .split(STOP)
    .map((clause) => normaliseQuery(clause).replace(FILLERS, ''))
    .flatMap((clause) => (clause.length > STORY_MIN_LENGTH ? clause.split(TURN) : [clause]))
    .filter((clause) => clause.length > 0)
  const last = clauses.findLastIndex((clause) => ASKS.test(clause))
  if (last < 0) return null
  let from = last
  while (from > 0 && clauses.slice(from, last + 1).join('').length < 2 * SHORT_CLAUSE) from--
  const focus = clauses
    .slice(from, last + 1)
    .join(' ')
    .slice(-FOCUS_MAX_LENGTH)
  return focus.length < whole.length * 0.8 ? focus : null
}

/** A normalised query without what was said only to go on speaking. */
export function withoutFillers(normalised: string): string {
  const rest = normalised.replace(FILLERS, '')
  return rest.length > 0 ? rest : normalised
}
