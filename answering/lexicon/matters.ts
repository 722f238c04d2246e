import { readConcepts } from './concept.ts'

/** What is done: filing, paying, refunding, registering … */
export const matters = readConcepts(
  'matter',
  `
issue: 开具 开票 开发票 开个票 开张票 开出 出票 开专票 开普票
declare: 申报 报税 补申报 申豹 填报 纳税申报 申报表 报表
zero-declare: 零申报 0申报 空申报 没有收入
pay: 缴纳 缴费 缴税 交税 交钱 上税 交费 缴款 扣缴 付税
supplement-pay: 补缴 补税 补交
settle: 汇算清缴 汇算 年度汇算 汇缴 年度申报 清算
prepay: 预缴 预交 季度申报 预缴申报
withhold: 代扣代缴 代扣 代缴 预扣预缴 预扣 扣缴义务人
refund: 退税 退款 退钱 退还 返还 退回来 多缴 多交 返税
correct: 更正 更正申报 修改 改申报 填错 报错 改错 错了 写错 开错 纠正
cancel: 撤销 取消 撤回
reduce: 减免 免税 免征 减征 优惠 优惠政策 减半 不用交 免交 享受优惠
deduct: 抵个税 抵扣个税 抵税 能抵 可以抵 扣除 税前扣除 抵减 抵税 列支 扣减
register: 登记 税务登记 新办 新公司 新开的公司 刚注册 刚成立 开店 新设立 注册 报到 登记信息确认 新户
change: 变更 更换 换法人 更改 变更登记 换人
deregister: 注销 关店 注销税务 清税 清税证明 不干了 公司不做了 关掉 公司不开了 简易注销 吊销
suspend: 停业 歇业 停业登记 复业
bind: 绑定 添加 增加 新增 解绑 删除 移除 授权
log-in: 登录 登陆 登入 进系统
query: 查询 查看 在哪看 查一下 怎么查
print: 打印 下载 导出
apply: 申请 办理 办 提交 申办
receive: 领取 领用 领票 申领 领
confirm: 确认
transfer: 转让 转卖 卖 出售 销售 卖房 卖车 卖掉 卖了 转手
buy: 购买 采购 购进 购置 买 买房 购房 买车 购车 提车 入手
calculate: 计算 怎么算 算税 算法 计税 计税依据
bookkeeping: 入账 报销 记账凭证 归档
forget: 忘记 忘了 忘 漏填 漏了
resell: 再卖 再转让 以后卖 卖出去
add-back: 转出 进项转出 进项税额转出
open-first: 第一次 首次 第一张 初次 刚开始
reject: 退回 驳回 不通过 被退 审核不过
give-up: 放弃
lower-price: 平价 低价 零元 0元 1元 一元
remit: 汇款 转账
appeal: 申诉 复议 行政复议 异议 申辩
restore: 恢复 解除 修复
extend: 延期 延长 延缓
choose: 选择 选 划算 合适 区别 不同
allocate: 分摊 分配 一人一半
material: 材料 资料 证件 手续
deadline: 期限 截止 截止日期 征期 申报期 最后一天 什么时候截止 到期
`,
)
