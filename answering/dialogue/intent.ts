// What a taxpayer wants that is no tax question: a person, a greeting, one of the options just shown.
import { soundOf, soundsOfLetters } from '../pinyin/syllables.ts'

export const intents = ['question', 'pick', 'hand-over', 'greeting', 'thanks', 'acknowledge', 'farewell', 'identity', 'empty'] as const
export type Intent = (typeof intents)[number]

/** 人工 begins words of its own: 人工费怎么开票 and 人工智能企业 are tax questions. */
const NOT_A_PERSON = '(?!智能|费|成本|工资|薪|授|林|湖|岛|草|骨|关节|晶|耳蜗|培育|养殖|种植|合成|费用|劳务|开支|支出|单价)'
const WANTS_PERSON = new RegExp(
  [
    `(?:转|接|找|要|叫|换|连|呼叫|联系|需要|给我|帮我|想要|请求|进入|切换|来个?|有|是)(?:到|成|一个|一下|个|下|通|回)?人工${NOT_A_PERSON}`,
    `人工(?:客服|坐席|座席|服务|咨询|台|热线|电话|处理|回复|解答|在线|帮忙)(?!费|外包|合同|的?收入|的?税率?|的?发票|开票|行业|公司|岗|人员|怎么开)`,
    '(?:转|接|找|要|换|叫|连)(?:到|成|一个|一下|个|下|你们)*(?:真人|活人|大活人|客服|坐席|座席|专员|工作人员|税务人员|领导|人来|人接)',
    '(?:真人|活人)(?:客服|服务|在线|回答|回复|接待|聊|解答|在吗|呢)',
    '(?:不想|不要|不愿意?|别|不和|不跟|别让|懒得|受够)(?:再)?(?:和|跟|用|给我|让|同)?(?:这个)?(?:你这个?)?(?:机器人?|机器|智能客服|自动回复|ai)',
    '(?:跟|和|同|找)(?:一个|个|你们)?(?:真人|活人|人工|工作人员|税务人员|客服|人)(?:直接|当面|亲自|好好)?(?:说|聊|讲|谈|沟通|对话|问)',
    '^(?:我?要?投诉)(?:你们?|客服|机器人|电话)?$',
    '(?:有没有|有|能不能|能|可以|可不可以)(?:换|找|来|叫)?个?(?:真人|活人|人工|客服)(?:吗|么|不|没有|啊|呀|给我|帮我|跟我|和我|来|解答|$)',
    '我要投诉.*(?:转|人工)',
    '(?:找|来|叫|换|派)个人(?:吧|啊|呀|来|说|聊|问|回|接|跟我|和我|给我|$)',
    '^(?:人工|真人|活人|客服|人工人工|转坐席|转客服)+(?:呢|啊|吗|在吗|在不在|有吗)?$',
    '(?:让|叫|喊|派)(?:个|你们|一个)?(?:真?人|工作人员|客服|税务人员|领导)(?:来|接|跟我|和我|给我|回|出来)',
  ].join('|'),
)
/** How to reach a person by telephone is a question with an answer of its own. */
const ASKS_ABOUT_HOTLINE = /12366.*(?:几点|时间|怎么|打不通|吗|按)/
/** The same by sound, for 转人功, 专人工, zhuanrengong. */
const SOUNDS_LIKE_PERSON = ['转人工', '人工客服', '找人工', '要人工', '人工服务', '转接人工', '接人工'].map((phrase) =>
  soundsOf(phrase).join(' '),
)

const LABOUR = new RegExp(`人工(?:服务|客服)?(?:${NOT_A_PERSON.slice(3, -1)})`)

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
export function recogniseIntent(normalised: string): Exclude<Intent, 'pick'> {
  if (normalised.length === 0) return 'empty'
  const text = normalised.replaceAll(' ', '')
  if (ASKS_ABOUT_HOTLINE.test(text)) return 'question'
  if (WANTS_PERSON.test(text) || soundsLikePerson(normalised)) return 'hand-over'
  if (text.length > SMALL_TALK_MAX_LENGTH) return 'question'
  if (THANKS.test(text)) return 'thanks'
  if (IDENTITY.test(text)) return 'identity'
  if (HELLO.test(text)) return 'greeting'
  if (FAREWELL.test(text) && !ACKNOWLEDGE.test(text)) return 'farewell'
  if (ACKNOWLEDGE.test(text)) return 'acknowledge'
  return 'question'
}

/** Longer texts that only sound like it are about something else. */
const SOUND_MAX_LENGTH = 16

function soundsLikePerson(text: string): boolean {
  if (text.length > SOUND_MAX_LENGTH || LABOUR.test(text)) return false
  const sounds = ` ${soundsOf(text).join(' ')} `
  return SOUNDS_LIKE_PERSON.some((phrase) => sounds.includes(` ${phrase} `))
}

function soundsOf(text: string): number[] {
  return text
    .split(/([a-z]+)/)
    .flatMap((run) =>
      /^[a-z]/.test(run)
        ? soundsOfLetters(run)
        : Array.from(run, (character) => soundOf(character.charCodeAt(0))).filter((sound) => sound > 0),
    )
}
