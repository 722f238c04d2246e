// What a taxpayer wants that is no tax question: a person, a greeting, one of the options just shown.
import { wantsPerson } from './wants-person.ts'

export const intents = [
  'question',
  'pick',
  'hand-over',
  'own-records',
  'greeting',
  'thanks',
  'acknowledge',
  'farewell',
  'identity',
  'empty',
] as const
export type Intent = (typeof intents)[number]

const HELLO =
  /^(?=.*(?:好|哈喽|哈啰|hello|hi|hey|嗨|在|有人|早|nihao|zaima|老师|客服))(?:您好|你好|你们好|哈喽|哈啰|hello|hi|hey|嗨|在吗|在么|在不|在不在|有人吗|有人在吗|早|早上好|上午好|中午好|下午好|晚上好|老师|老师好|客服|您|亲|nihao|zaima|啊|呀|吗|哈| )+$/
const THANKS =
  /^(?:好的?|嗯+|哦|行|知道了?|明白了?|非常|十分|太|ok|老师|您|你|了|啊|哈| )*(?:谢谢|多谢|感谢|谢了|谢啦|辛苦了?|thanks|thankyou|xiexie|3q)(?:您|你|你们|老师|了|啦|啊|哈|的?解答|的?帮助|谢谢|再见|拜拜| )*$/
const FAREWELL = /^(?:好的?|嗯|没事了?|没有了|没问题了|不用了|先这样吧?|就这样吧?|再见|拜拜|拜|bye|byebye|88|886|下次再聊| )+$/
const ACKNOWLEDGE =
  /^(?:好的?|好吧|嗯+|哦+|噢|行吧?|可以|知道了|明白了?|懂了|了解了?|收到|清楚了|ok|okay|原来如此|是的|对的?|需要|要|要的|是|转吧|转|啊|呀| )+$/
const IDENTITY =
  /^(?:你|您)(?:到底)?(?:是谁|叫什么(?:名字)?|是(?:不是)?(?:机器人|真人|人工|ai|人)吗?|是人还是机器人?|能(?:干|做)什么|会(?:干|做)?什么)(?:啊|呀|吗|呢)?$/

/** Longer texts are never mere small talk; and the patterns, whose words overlap, stay cheap. */
const SMALL_TALK_MAX_LENGTH = 16

/** `normalised` is the query before courtesies are taken off: 您好 alone is a greeting, not an empty question. */
export function recogniseIntent(normalised: string, raw = normalised): Exclude<Intent, 'pick' | 'own-records'> | 'person-or-question' {
  if (normalised.length === 0) return 'empty'
  const text = normalised.replaceAll(' ', '')
  const wants = wantsPerson(normalised, raw)
  if (wants === 'yes') return 'hand-over'
  const question = wants === 'maybe' ? 'person-or-question' : 'question'
  if (text.length > SMALL_TALK_MAX_LENGTH) return question
  if (THANKS.test(text)) return 'thanks'
  if (IDENTITY.test(text)) return 'identity'
  if (HELLO.test(text)) return 'greeting'
  if (FAREWELL.test(text) && !ACKNOWLEDGE.test(text)) return 'farewell'
  if (ACKNOWLEDGE.test(text)) return 'acknowledge'
  return question
}
