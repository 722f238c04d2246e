// Whether somebody asks for a human being, in any of the many ways people do; and not merely names one in a tax question.
import { soundOf, soundsOfLetters } from '../pinyin/syllables.ts'
import { personWish } from './person-wish.ts'

/** 人工 and 真人 begin words of their own: 人工费怎么开票, 人工智能企业 and 真人秀收入 are tax questions. */
const NOT_A_PERSON =
  '(?!智能|费|成本|工资|薪|授|林|湖|岛|草|骨|关节|晶|耳蜗|培育|养殖|种植|合成|费用|劳务|开支|支出|单价|增雨|降雨|增雪|和材料|材料|与材料|占比|发票|秀|cs|密室|电竞|出镜|模特|演|比赛)'
const HELPER = `(?:人工|真人|活人|大活人)${NOT_A_PERSON}`
/** Somebody who answers; 客服 and the like also have companies, wages and invoices. */
const OFFICER =
  '(?:客服|坐席|座席|专员|专人|接线员|值班(?:的|人员)?|工作人员|税务(?:局的?)?(?:人员|干部|员|同志)|税务局的人|税局的人|(?:办税)?(?:大厅|服务厅)的人|(?:税管|专管)员|懂行的|懂的?人|明白人|会说人话的|管事的)(?!外包|公司|费|岗|合同|的?收入|的?工资|的?税率?|的?发票|开票|行业|离职|变更|权限|说|告诉|叫我|让我)'
/** What one says to be handed over: 转, 接, 找 … with what may stand between it and the person. */
const ASKS =
  '(?:转接?|接通?|找|揾|搵|要|叫|喊|换|连线?|呼叫|联系|联络|需要|想要|给我|畀|安排|派|来|整|弄|上|传|跳到?|切换?|进入|请求|请|让|同|跟|和|对接|有没有|有冇|有)(?:到|成|给|畀|我|我们|咱|你们?|您|那边|这边|办税服务厅|大厅|一?个|一?下|一?位|通|回|至|能|们|的|线上|在线|后台|那个|连|接|找|来)*'

const PATTERNS = [
  `${ASKS}${HELPER}`,
  `${ASKS}${OFFICER}(?:来|接|跟|和|同|给|帮|为|替|本人|亲自|说|聊|讲|谈|回|吧|吗|么|呀|啊|呢|电话|热线|沟通|对接|处理|解答|服务|在线|有人|过来|出来|人员|$)`,
  `^${OFFICER}(?:呢|啊|吗|在吗|在不在|有吗|电话|转接|热线|在线|服务|有人吗|帮忙)*$`,
  `人工(?:客服|坐席|座席|服务|咨询|台|热线|电话|处理|回复|解答|在线|帮忙|窗口)(?!费|外包|合同|的?收入|的?税率?|的?发票|开票|行业|公司|岗|人员|怎么开|说|告诉|时间)`,
  `(?:真人|活人)(?:客服|服务|在线|回答|回复|接待|聊|解答|在吗|呢|的|呀|有没有|$)`,
  `(?:跟|和|同|与)(?:一个|个|你们)?(?:真人|活人|人工|工作人员|税务(?:局的?)?人员?|客服|人)(?:直接|当面|亲自|好好|面对面|或|电话)*(?:说|聊|讲|谈|沟通|对话|问|傾|倾|交流)`,
  // Somebody, not a machine.
  '(?:不想|不要|唔好|唔要|不愿意?|别|不和|不跟|别让|懒得|受够|拒绝|关掉|关闭|停了|换掉|能不能别)(?:再)?(?:和|跟|用|给我|让|同)?(?:你?这个|你这|这)?(?:机器人?|机械人|智能(?:客服|回复|应答)|自动回复|ai)',
  '(?:你|您)?(?:是|这)(?:个)?机器人?吧?(?:我)?要人',
  '机器(?:人)?.{0,8}(?:换人|来人|接人|要人|叫人|找人)(?:吧|啊|呀|来|$)',
  '(?:有没有|有冇|有)(?:活的|活人|真的人|人值班|人在线|人管|人理|人啊|人呀|人接)',
  '^(?:有没有|有冇)人(?:在|啊|呀|吗|么|呀|能|接|管|理)*$',
  // 来个人, 换人, but not 换个人当法人 or 找人代开.
  '(?:来|找|换|叫|喊|派|整|弄|接|转|给我|畀|让|搵|揾|要)(?:到|给|我)*(?:一?个|一?位)?(?:真)?人(?:吧|啊|呀|呗|来(?!办|开|报|当|做|管)|嚟|说|聊|问|听|回|接|处理|出来|过来|跟我|和我|给我|帮我(?!代|开)|中不中|行不行|行吗|成不成|好吗|$)',
  '(?:来|找|换|叫|派|上|弄|整)(?:一?个|一?位)(?:能|会|懂|明白|管|负责|说得清|能说|能办|能管)[^怎多几]{0,10}(?:人|的)(?:来|吧|说|$)',
  '(?:接|转)(?:给|到)?(?:能|懂|会|管|负责)[^怎多几]{0,8}的?人',
  '(?:转|交|接)(?:给|到)?(?:后台|人员|老师|专家|技术人员|税务)(?:处理|解答|帮|来|吧|$)',
  '(?:帮我|给我)(?:接|转|连|找|叫)(?:一下|通)?(?:老师|技术|后台|人员|税务局|你们领导|领导|主管|经理|负责人)',
  '(?:让|叫|喊|派)你们(?:的)?(?:人|工作人员)(?:来|接|回|跟|给|出来|过来|$)',
  '(?:把|让|叫|喊|找)(?:你们|你)(?:的)?(?:领导|主管|经理|负责人|管事的|老板|头儿?)(?:叫来|来|接|跟|说|过来|出来|回|$)',
  '(?:我要|我想|我得)(?:找|跟|和|见)(?:你们)(?:的)?(?:领导|主管|经理|负责人|老师|人)(?:说|谈|讲|反映|沟通|$)',
  '(?:找|和|跟|让)(?:我们?的?)?(?:专管员|税管员)(?:说话|说|聊|沟通|接|回|联系我|$)',
  '(?:能|可否|可以|能否|可不可以|麻烦|请|想)(?:帮我|给我|不能)?(?:安排|派|找|接|请)(?:一?位|一?个|一名|几)(?:人员?|老师|同志|专家|工作人员|税务人员)',
  '(?:找|请|问)(?:一?位|一?个)老师(?:咨询|问|聊|说)?(?:一下)?真人',
  '^(?:我?要?投诉)(?:你们?|客服|机器人|电话)?$',
  '我要投诉.*(?:转|人工)',
  '^(?:人工|真人|活人|客服|人工人工|转坐席|坐席转接|转客服|客服转接|接线员|转接|人呢|叫人|找人|要人|换人|来人)+(?:呢|啊|吗|在吗|在不在|有吗|服务|谢谢)?$',
  '(?:人在哪里?|有人没|有人在吗).{0,4}(?:出来|问真人|我要)',
  // The last word of a short text.
  '^.{0,6}人工(?:吧|啊|呀)?$',
  '跳过(?:智能|机器|客服|这)',
  '(?:现在|快|马上)帮我转(?:接|一个|过去|$)',
  '(?:能打通的|打得通的)(?:真人|人工)',
  '(?:留|打)(?:个)?电话.{0,6}(?:找人|让人|叫人|派人)(?:打|回|联系)',
]
const WANTS = new RegExp(PATTERNS.join('|'))

/** How to reach a person by telephone, or what one said: questions with an answer of their own. */
const SPEAKS_OF_ONE =
  /12366.*(?:几点|时间|怎么|打不通|吗|按|还是)|人工(?:服务|客服)?(?:时间|几点)(?!.*(?:帮我|现在)(?:转|接))|(?:上次|之前|刚才|昨天|打电话|问过).{0,8}(?:人工|客服|坐席|工作人员).{0,4}(?:说|告诉|让|叫|了)|(?:不用|不需要|不必|先不|唔使|莫|无需)(?:再)?(?:转|找|叫|喊|接)?(?:人工|真人|人了)/

/** The same by sound, for 转人功, 专人工, zhuanrengong. */
const SOUNDS_LIKE_PERSON = [
  '转人工',
  '人工客服',
  '找人工',
  '要人工',
  '人工服务',
  '转接人工',
  '接人工',
  '转到人工',
  '到人工',
  '换人工',
  '叫人工',
  '找真人',
  '要真人',
  '找客服',
  '要找人',
].map((phrase) => soundsOf(phrase).join(' '))
const ALONE = ` ${soundsOf('人工').join(' ')} `
const LABOUR = new RegExp(`人工(?:服务|客服)?(?:${NOT_A_PERSON.slice(3, -1)})`)
/** Longer texts that only sound like it are about something else. */
const SOUND_MAX_LENGTH = 24

/** Log-odds (person-wish.ts): below, a pattern only looks like the wish; above, no pattern is needed; far above, not even a tax question beside it. `unmistakable` is for what is spelled out. */
const wish = { denied: -2, heard: 1, loud: 4, unmistakable: 8 } as const

/** `normalised` is the query, before courtesies are taken off. maybe: a wish, unless the rest is a question that we can answer. */
export function wantsPerson(normalised: string, raw = normalised): 'yes' | 'maybe' | 'no' {
  const text = normalised.replaceAll(' ', '')
  if (SPEAKS_OF_ONE.test(text)) return 'no'
  const heard = personWish(raw)
  // A long text in letters is a sentence in pinyin, and most of its letters say nothing.
  const isSpelledOut = text.length > SOUND_MAX_LENGTH && /^[a-z]+$/.test(text)
  if (heard >= (isSpelledOut ? wish.unmistakable : wish.loud)) return 'yes'
  if (heard > wish.denied && (WANTS.test(text) || soundsLikePerson(normalised))) return 'yes'
  return heard >= wish.heard ? 'maybe' : 'no'
}

function soundsLikePerson(text: string): boolean {
  if (text.length > SOUND_MAX_LENGTH || LABOUR.test(text)) return false
  const sounds = ` ${soundsOf(text).join(' ')} `
  // Letters alone that say 人工 speak of nothing else: rengong, kuai dian.
  if (/^[a-z ]+$/.test(text) && sounds.includes(ALONE)) return true
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
