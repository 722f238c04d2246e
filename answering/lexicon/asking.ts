import type { QuestionKind } from '@zhengna/contract/domain/article.ts'
import { readConcepts } from './concept.ts'

/** The question words; each id is the kind of question they ask. Longer ones first where one is inside another. */
export const asking = readConcepts(
  'asking',
  `
how: 怎么 怎样 如何 咋 咋整 咋办 咋弄 怎么办 怎么弄 怎么操作 流程 步骤 操作 怎么开 怎么填
amount: 多少 多少钱 几个点 多大 几 税率是多少 标准 比例 怎么算 怎么计算 咋算 几万 多高
when: 什么时候 何时 啥时候 几号 多久 期限 时间 截止 哪天 几月 最晚 几天 多长时间
where: 哪里 哪儿 在哪 去哪 哪个地方 入口 哪个菜单 在什么地方 地点 路径
who: 谁 哪些人 什么人 由谁 哪方 谁来
whether: 可以吗 能不能 可不可以 是否 是不是 要不要 用不用 需不需要 能否 可否 还能 需要吗 行不行 行吗 可以 能 还要 还用 有没有 必须
what: 什么是 是什么 什么意思 哪些 区别 包括 有哪些 啥是 指什么 含义 啥意思
why: 为什么 为啥 原因 怎么会 咋回事 怎么回事 什么原因 凭什么
consequence: 会怎样 怎么处理 会罚 罚多少 后果 有什么影响 影响 会不会 会怎么样 会咋样 处罚
`,
)

export const askingKinds = asking.map((concept) => concept.id as QuestionKind)
