// What other offices, companies or nobody handles. Naming one of these speaks against every article that does not name it too.
import { PhraseTrie } from '../text/phrase-trie.ts'

const phrases = `
身份证 居住证 户口 户籍 护照 签证 通行证 社保卡 医保卡 医保报销 报销比例 报销牙 失业金 失业登记 失业补贴 生育津贴 工伤认定 工伤赔偿
退休年龄 退休手续 退休金 领养老金 养老金涨 资格认证 公积金 驾照 驾驶证 驾校 科目二 违章 违停 年检 年审 摇号 车牌 车险 汽车保险 保养
银行卡 信用卡 征信报告 银行贷款 开户 利率 房贷提前 提前还 还款 转账限额 支付宝 微信 抖音账号 手机号 话费 宽带 流量 水费 电费 燃气 天然气 物业
劳动仲裁 劳动合同 加班 产假 婚假 年假 试用期 最低工资 拖欠工资 招聘 面试 简历 辞退赔偿 被辞退
营业执照丢 执照丢 经营范围 工商年报 工商要 工商局 公司章程 商标 专利申请 申请专利 许可证 消防 卫生许可 备案号 网站备案
学校 学区 入学 学费 高考 考研 考公 公务员 报名 成绩 毕业证 学位证 教师 幼儿园报名 幼儿园学费 作业 作文 英语 考驾照 怎么考 难考
结婚 离婚手续 离婚冷静 彩礼 恋爱 女朋友 男朋友 低保 补助 救助 残疾证 军人优待 宅基地 承包地 征地 补偿款多少 公证 遗产分割 财产怎么分
天气 下雨 气温 笑话 电影 电视剧 音乐 歌 游戏 王者 菜谱 做法 好吃 火锅 奶茶 咖啡 减肥 瑜伽 跑步 感冒 发烧 吃什么药 看病挂号 挂号 医院 疫苗 怀孕
旅游 景点 酒店预订 改签 发车 几点开 航班 延误 快递 外卖柜 退货 网购 假货 淘宝店 网店 加盟 涨粉 选品 赚钱 股市 涨停 基金 比特币 黄金 理财
装修 漏水 噪音 邻居 邻里 空调 洗衣机 电脑 手机 打印机 软件 蓝屏 截图 excel word python java 代码 翻译 写一首 写一篇 讲个 推荐 唱歌 你喜欢 几点了 星期几 闹钟
起诉 打官司 律师 离婚 交通事故 保险理赔 报警 被骗 派出所 城管 公章 刻章 名片 标书 世界杯 奥运 比赛
`
  .trim()
  .split(/\s+/)

const trie = new PhraseTrie()
for (const [place, phrase] of phrases.entries()) trie.add(phrase, place)

/** The phrases of a normalised text that belong elsewhere. */
export function elsewherePhrases(text: string): string[] {
  const found: string[] = []
  for (let i = 0; i < text.length; i++) {
    const length = trie.longestAt(text, i)
    if (length > 0) found.push(text.slice(i, i + length))
  }
  return found
}
