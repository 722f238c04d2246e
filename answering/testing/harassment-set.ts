// Texts that must not be taken for harassment, and texts that must: written for this program.
const subjects = ['退税', '发票', '个税申报', '社保', '注销', '出口退税', '契税', '印花税', '增值税申报', '电子税务局登录'] as const

const polite = [
  (matter: string) => `您好，请问${matter}怎么办理？`,
  (matter: string) => `麻烦您帮我看一下${matter}，谢谢`,
  (matter: string) => `${matter}需要带什么材料`,
  (matter: string) => `老师，${matter}一直没有结果，能帮我催一下吗`,
  (matter: string) => `我年纪大了，${matter}不太会弄，慢慢说`,
]
/** Angry about the matter, the office, the rules: fair. */
const angry = [
  (matter: string) => `${matter}都拖了一个月了，你们到底管不管`,
  (matter: string) => `${matter}的系统也太烂了，一天崩三次`,
  (matter: string) => `气死我了，${matter}又提示失败`,
  (matter: string) => `你们这办事效率太差了，${matter}我跑了四趟`,
  (matter: string) => `${matter}再不解决我就去投诉，打12345`,
  (matter: string) => `你们不给办${matter}，我就去法院起诉`,
  (matter: string) => `什么破系统，${matter}点了没反应`,
  (matter: string) => `${matter}的答复答非所问，机器人一点用都没有`,
  (matter: string) => `他妈的${matter}系统又卡死了`,
  (matter: string) => `为了${matter}我快被逼疯了，求求你们了`,
]
/** What taxpayers quote and paste. */
const pasted = [
  '系统提示：ERR_DEAD_LOCK killed by server',
  '报错 fatal error: child process killed',
  '纳税人名称：杀猪坊食品有限公司 税号 91110000MA0000000X',
  '发票内容：猪头肉 20 斤、鸡巴掌 5 斤',
  '单位名称 王八蛋糕店，个体工商户',
  '统一社会信用代码 91110108MA01ABCD12\n发票号码 00112233\n金额 250.00',
  '客户骂我傻逼，这种损失能不能税前扣除',
  '老板说我是废物，想问离职补偿个税怎么算',
  '我真是个傻子，申报表填错了怎么改',
  '自己蠢，密码忘了，怎么找回',
]

export const fairTexts: readonly string[] = [...[...polite, ...angry].flatMap((say) => subjects.map(say)), ...pasted]

const insults = ['傻逼', '狗东西', '王八蛋', '贱人', '智障', '畜生', '废物'] as const
const insulting = [
  (word: string) => `你就是个${word}`,
  (word: string) => `客服你这个${word}`,
  (word: string) => `你们这帮${word}`,
  (word: string) => `${word}！`,
  (word: string) => `你 ${Array.from(word).join(' ')}`,
  (word: string) => `你是${Array.from(word).join('\u200b')}吧`,
]
const threats = [
  '我要弄死你',
  '信不信我砍死你',
  '下班堵你，打断你的腿',
  '老子去你家找你，弄死你',
  '等着，找人废了你的手',
  '我捅死你',
  '给你寄刀片',
  '活埋你',
] as const
const sexual = ['操你妈', '我要强奸你', '陪我睡一晚', '发张裸照看看', '约炮吗', '让我摸摸你的胸'] as const

export const harassingTexts: readonly string[] = [...insults.flatMap((word) => insulting.map((say) => say(word))), ...threats, ...sexual]
