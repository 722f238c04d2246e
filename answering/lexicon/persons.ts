import { readConcepts } from './concept.ts'

/** Who asks, and about whom. */
export const persons = readConcepts(
  'person',
  `
general-taxpayer: 一般纳税人 一般人 一般户
small-scale: 小规模纳税人 小规模 小规模企业 小规模公司 小规模户
individual-business: 个体工商户 个体户 个体 小店 夫妻店 小卖部 个体工商
natural-person: 自然人 个人
enterprise: 企业 公司 单位
partnership: 合伙企业 合伙 个人独资 个独
branch: 分公司 分支机构 子公司 总分机构
employee: 员工 职工 雇员 打工 上班 就业 职员
foreign-employee: 外籍个人 外国员工 老外
spouse: 夫妻 老婆 老公 配偶 两口子 爱人 离婚
child: 二宝 大宝 俩娃 两个娃 孩子 小孩 娃 子女 儿子 女儿 二胎
student: 大学生 实习生 应届生 毕业生 实习
veteran: 退役军人 退伍军人 军人 转业
retiree: 退休 退休返聘 返聘 退休人员
buyer: 购买方 买方 购方 受票方 客户 对方
seller: 销售方 卖方 供应商 销方 开票方
shareholder: 股东 合伙人
parents: 父母 爸妈 爸爸 妈妈 老人 爷爷 奶奶 岳父 岳母 公婆 我爸 我妈
relative: 兄弟姐妹 孙子 外甥 侄子 亲戚 近亲属 朋友 非近亲属
accountant: 会计 财务 财务负责人 出纳 前会计
foreign-person: 外国人 外籍 外籍个人 老外
nonprofit: 非营利 社会团体 民办 基金会 医院 学校
farmer: 农民 农户 合作社 养殖 种植 农业
`,
)
