import { readConcepts } from './concept.ts'

/** Taxes, fees, papers, systems and things that questions are about. */
export const subjects = readConcepts(
  'subject',
  `
vat: 增值税 增殖税 曾值税 营改增
surtax: 附加税 附加税费 城建税 城市维护建设税 教育费附加 地方教育附加
cit: 企业所得税 企税 公司所得税 企业所得 所得税汇缴
iit: 综合所得 个人所得税 个税 个所税 个锐 工资税
consumption-tax: 消费税
property-tax: 房产税 房土税 房土两税
land-use-tax: 城镇土地使用税 土地使用税 土地税 占地税
land-vat: 土地增值税 土增税 土增
deed-tax: 契税 契锐 器税 契水
stamp-duty: 印花税 印花 贴花 印华税
vehicle-purchase-tax: 车辆购置税 车购税 购置税 车购 买车税 上牌税 新车税 上牌要交的税 上牌交的税
vehicle-vessel-tax: 车船税 车船使用税 车船费 养路费
environment-tax: 环保税 环境保护税 排污费 排污 污染物 扬尘 噪声
resource-tax: 资源税 水资源税
culture-fee: 文化事业建设费 文化建设费
disability-fund: 残疾人就业保障金 残保金 残疾人保障金 残疾保障金 残疾人就业 残疾人
union-fee: 工会经费 工会费 工会筹备金 工会
social-insurance: 社会保险费 社保费 社会保险 社保 五险 五险一金 失业保险 工伤保险 生育保险 养老金 养老保险 社报 医保 医疗保险 医保费 城乡居民医保 居民医保
pension-plan: 个人养老金 个人养老账户
housing-fund: 公积金 住房公积金
annuity: 企业年金 职业年金 年金
flexible-insurance: 灵活就业 灵活就业人员 自己交社保 自己交养老 自由职业 自己缴社保 个人交社保
invoice: 发票 税票 票 fapiao
e-invoice: 数电票 数电发票 全电发票 全电票 数电 全电 电子发票 电子票 电票
special-invoice: 增值税专用发票 专用发票 专票
ordinary-invoice: 增值税普通发票 普通发票 普票
paper-invoice: 纸质发票 纸票 税控 税控盘 金税盘 税控设备 ukey 税务ukey
red-invoice: 红冲 冲红 红字 红字发票 负数发票 红票 冲销 充红 红字信息 确认单
invoice-void: 作废 撤销发票 废票
invoice-on-behalf: 代开 代开发票 代开票 待开
invoice-quota: 发票额度 开票额度 授信额度 总额度 赋额 限额 开票限额 最高开票 额度
invoice-check: 查验 发票真伪 真伪 验真 假发票 假票 真假 查真假 验票 验证真伪
invoice-title: 抬头 发票抬头 购买方信息
invoice-lost: 丢失 弄丢 遗失 丢了 找不到了
invoice-delivery: 交付 发送给客户 发给客户 发给对方 邮箱接收
deduct-input: 进项 进项税 进项税额 抵扣 勾选 认证 用途确认 抵扣勾选 勾选认证
output-tax: 销项 销项税 销项税额
carry-credit: 留抵 留抵退税 留底 期末留抵
threshold: 起征点 免征额 月销售额 季度销售额 30万 三十万 10万 十万
levy-rate: 征收率 简易计税 简易征收
tax-rate: 税率 几个点 多少个点 税点 点数
small-profit: 小型微利 小微企业 小微 小型微利企业 300万
rnd: 研发费用 加计扣除 研发加计 研发 高新 高新技术企业
depreciation: 折旧 一次性扣除 固定资产 加速折旧
loss: 亏损 弥补亏损 亏了 不赚钱
donation: 捐赠 公益捐赠 捐款
welfare: 福利费 职工福利 福利 职工教育经费 教育经费 培训费
special-deduction: 专项附加扣除 专项附加 专项扣除 附加扣除 抵个税 抵扣个税 个税抵扣
children-education: 子女教育 孩子上学 小孩上学 子女上学 孩子教育 幼儿园
infant-care: 婴幼儿照护 婴幼儿 三岁以下 3岁以下 宝宝 婴儿
elderly-care: 赡养老人 养老人 赡养 父母满60 父母60 老人 爸妈 岳父 岳母
continuing-education: 继续教育 考证 在职研究生 自考 职业资格 学历提升 考了个证
medical-expense: 大病医疗 大病 住院 医药费 看病 医疗费 手术
mortgage: 住房贷款 房贷 贷款利息 房屋贷款 按揭 首套房贷
rent: 住房租金 租房 房租
wage: 工资 工资薪金 薪水 薪资 工资表 发工资 薪金
bonus: 年终奖 全年一次性奖金 年底奖金 奖金 十三薪
labour-pay: 劳务报酬 劳务费 劳务 兼职 稿酬 稿费 外快 讲课费
severance: 离职补偿 经济补偿金 辞退 裁员 解除劳动合同 补偿金 赔偿金
dividend: 分红 股息 利润分配 红利
equity-transfer: 股权转让 股权 转让股份 股份 转股 卖股份 卖股权 卖公司 转让公司 股东变更
equity-incentive: 股权激励 期权 股票期权 限制性股票
business-income: 经营所得 生产经营所得 个体经营
house: 住房 房子 房屋 房产 商品房 新房 房 卖房 买房 购房 房屋买卖 不动产 租房 房贷 出租房 出租房屋 房屋出租 套房 住宅
house-lease: 出租房 房屋出租 出租房屋 出租 房东 租出去 租给 收租 租金
house-gift: 赠与 继承 过户给 送给 遗产 加名字
car: 车辆 汽车 新车 小汽车 车 买车 购车 摩托车 提车 家用车 私家车 上牌 电动车 电车 车子
new-energy-car: 新能源 新能源车 新能源汽车 电动车 电车 混动 纯电
tax-certificate: 完税证明 完税凭证 缴税证明 纳税证明 税收完税证明 税单 开证明
tax-record: 纳税记录 个税记录 个税清单 收入纳税明细 纳税清单 收入明细
credit-rating: 纳税信用 信用等级 纳税信用等级 信用评价 信用分 a级 b级 c级 d级 m级 纳税评级 纳税信用修复 信用修复
late-fee: 滞纳金 万分之五 滞纳
fine: 罚款 处罚 被罚 罚多少 罚钱
overdue: 逾期 过期 超期 忘记申报 忘了申报 没申报 未申报 漏报 没报税 忘报 迟报 没按时 忘报税 忘了报税 错过 忘记报税 晚报
abnormal-household: 非正常户 非正常 税务异常 解除非正常
violation: 偷税 逃税 虚开 走逃 失联 失控发票
inspection: 稽查 税务检查 约谈 风险提醒 纳税评估
arrears: 欠税 欠缴 没钱交税 缓缴 延期缴纳 延期缴税 分期
export-refund: 出口退税 出口退免税 免抵退 外贸 出口 退免税
cross-border: 跨境电商 跨境
non-resident: 非居民 境外 国外 外国公司 外国企业 海外 外方 香港
tax-treaty: 税收协定 双边协定 协定待遇 避免双重征税
residency-certificate: 税收居民身份证明 居民身份证明 税收居民
flexible-work: 灵活用工 灵工平台 用工平台 平台企业 互联网平台 平台 外卖 外卖员 主播 直播 网约车司机 滴滴司机 带货 骑手 抖音 快手 接单 零工 从业人员
e-tax-bureau: 电子税务局 电税局 电局 税局网站 办税平台 网上税务局
iit-app: 个税app 个人所得税app 个税手机
natural-person-client: 扣缴端 扣缴客户端 自然人扣缴端 自然人电子税务局
real-name: 实名 实名认证 实名采集 人脸识别 刷脸 人脸 扫脸
staff: 办税员 办税人员 开票员 财务负责人 领票人 购票员
password: 密码 忘记密码 账号 登不上 登录不了 登不进去 登录不上
legal-person: 法人 法定代表人 法人代表
tax-agreement: 三方协议 三方协议签订 银行扣款 扣款协议 扣款
bank-account: 银行账户 银行账号 账户信息 存款账户 银行卡 对公账户
business-licence: 营业执照 执照 工商登记 工商
statement: 财务报表 财报 资产负债表
accounting-system: 会计制度 财务会计制度 备案
ledger: 账簿 做账 建账 记账 账本
resident-address: 跨区迁移 迁移 搬家 换地址 迁出 迁址 注册地址
contract: 合同 协议 购销合同 租赁合同
train-ticket: 火车票 高铁票 机票 行程单 客票 高铁
agri-product: 农产品 收购发票 农产品收购
loan-interest: 借款 利息支出 贷款
land: 土地 地皮 地块 用地
equipment: 设备 机器 机器设备
used-goods: 旧货 二手车 二手 使用过的固定资产 旧设备
construction: 建筑 工程 施工 建安 外地项目 异地施工
taxi: 滴滴 打车 出租车 网约车 的士
toll: 过路费 高速费 通行费 etc 过桥费 高速
lodging: 住宿费 住宿 酒店
meal: 餐费 吃饭 餐饮 餐饮费 请客
entertainment: 招待费 业务招待费 招待 请客 应酬 请客户吃饭
advertising: 广告费 业务宣传费 宣传费 广宣费 广告 推广费
resident-insurance: 城乡居民医保 城乡居民养老 居民医保 新农合 合作医疗 城乡医保 居民医疗 农村医保
second-hand-house: 二手房 存量房 二手住房 二手住宅
shop-house: 商铺 写字楼 公寓 门面 门市 铺子 办公楼 厂房 车位 非住宅 商用房 店面
two-years: 满二 满两年 不满两年 不满二年 两年
five-only: 满五 满五唯一 唯一住房 满五年
swap-house: 换购 换房 卖旧买新 卖一买一
home-count: 首套 首套房 第一套房 第一套 二套 二套房 第二套 套数 家庭住房
parents-gift: 赠与 继承 过户给 送给 遗产 遗嘱 去世
name-adding: 加名 加名字 加个名字 房产证加名
demolition: 拆迁 征收补偿 拆迁款 安置房
hotline: 12366 热线 咨询电话 电话
complaint: 投诉 态度差 态度不好 态度
whistle: 举报 检举 告发 揭发
review: 复议 行政复议 起诉 不服 打官司
windfall: 中奖 彩票 抽奖 中彩票 奖品 偶然所得
health-insurance: 商业健康险 商业健康保险 税优健康险 商业保险
restricted-shares: 限售股 原始股 解禁
remark: 备注栏 备注
item-code: 商品编码 税收分类编码 分类编码 编码 项目名称 品名
deposit: 定金 订金 预收款 预付款 押金
forex: 收汇 结汇 外汇 收不到汇
photovoltaic: 光伏 电池 太阳能
no-invoice: 没有发票 没发票 没票 无票 白条 收据 没开票 没有票
first-pardon: 首违不罚 首次违法 第一次逾期
fixed-quota: 定期定额 定额 双定户 核定征收 核定 定额户
real-stamp: 发票专用章 盖章 公章 发票章 章
archive: 归档 存档 保存 ofd pdf xml 格式
waste: 废品 报废产品 再生资源 废旧 废料 回收
reverse-invoice: 反向开票 反向
deemed-sale: 视同销售 送客户 赠品 样品 送人
quota-change: 提额 增额 调额 涨额度
capital: 注册资本 实收资本 资本公积 资金账簿 营业账簿 股东投钱
order: 电子合同 网购订单 订单 线上合同
six-two: 六税两费
calendar: 征期 征期日历 申报期 纳税期限 日历 周末 长假 节假日 顺延
headcount: 从业人数 在职职工 人数 几个人 几十人 30人 三十人
pollutant: 噪声 大气污染物 水污染物 固体废物 粉尘
probation: 实习 实习生 应届生 毕业 刚入职 暑期工
hire-fire: 离职 入职 辞职 走了 离开
cumulative: 累计预扣 累计 越扣越多 越扣越高 突然变多
sixty-thousand: 六万 6万 60000 年收入不到
five-thousand: 5000 五千 不到5000 没到起征点
wrong-person: 冒用 被冒用 不是我的 没干过 没上过班 没去过 陌生公司
account-record: 纳税记录 收入纳税明细 个税清单 个税证明
no-arrears: 无欠税 无欠税证明 没有欠税
invest: 投资 再投资 利润再投资
dividend-interest: 利息 特许权 特许权使用费 专利费 股息 专利
quarterly: 按季 季度 按季申报 季
monthly: 按月 每月 按月申报 次月
differential: 差额征税 差额 差额开票
`,
)
