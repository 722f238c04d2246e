// What is heard as a character: the homophones, pinyin, initials and numbers that people put for it in insults and adverts.
// Curated, not computed: of all that sounds alike (马 吗 码 for 妈) only what is really used, since each one more meets ordinary words.

/** Each line: a character, then what stands for it. Latin letters and digits must make up a whole word or number of the text. */
export const sounds = `
操: 曹 草 艹 槽 糙 肏 cao c
草: 艹 cao
艹: 草 cao
日: 入 ri r
干: 赣 gan g
靠: kao
你: 尼 妮 泥 倪 拟 伲 ni n
尼: ni n
妈: 马 玛 吗 嘛 麻 码 蚂 骂 ma m
玛: ma m
他: 她 它 ta t
特: te t
的: 滴 哒 de d
逼: 比 笔 币 毕 批 臂 壁 碧 鄙 b bi 13
比: b bi
傻: 沙 煞 莎 鲨 啥 厦 sha s
叉: x cha
屌: 吊 diao
死: 屎 似 亖 嘶 撕 4 si s
爸: ba
爹: die 跌
爷: 耶 ye
娘: 酿 niang n
爬: pa 趴
奶: 乃 nai
祖: zu
宗: zong
全: quan q
家: 佳 jia j
狗: 苟 够 gou g
猪: 朱 zhu
鸡: 几 机 寄 j ji
巴: 吧 八 叭 8 ba b
八: 巴 捌 8 ba b
吧: 8 ba b
蛋: 旦 单 但 dan d
王: 忘 汪 亡 wang
滚: 棍 衮 gun g
犊: 独 du
贱: 剑 溅 jian j
人: 仁 任 ren r
婊: 表 裱 biao
子: 籽 仔 孒 zi z
货: 或 huo
骚: 搔 扫 sao s
杂: 砸 za
种: 肿 zhong
脑: 恼 瑙 闹 nao n
残: 惨 惭 蚕 can c
瘫: 滩 tan
智: 制 治 zhi z
障: 帐 账 涨 樟 zhang
废: 费 肺 fei f
物: 勿 务 wu w
畜: 蓄 chu
生: 牲 sheng
东: dong
西: xi
脸: 莲 lian
屁: pi p
屎: 史 shi
吃: chi c
去: qu q
么: me m
了: le l 勒
我: wo w
杀: 沙 刹 鲨 煞 sha s
砍: 坎 kan k
捅: 桶 tong
弄: nong
打: da
断: duan
炸: zha
弹: dan
烧: shao
炮: 泡 跑 pao p
约: yue y
裸: 罗 luo l
聊: 撩 liao l
睡: 水 shui s
陪: 赔 pei p
胸: 凶 xiong
硬: 应 ying y
代: 带 贷 袋 dai d
开: 揩 凯 kai k
发: 伐 fa f
票: 漂 飘 嫖 瞟 嘌 piao p
微: 薇 威 维 卫 v wei w
信: 芯 心 xin x
加: 佳 伽 jia j
售: 寿 兽 shou
出: 初 chu
专: 砖 zhuan
业: ye
税: 睡 shui
点: dian
现: xian
套: tao
赌: 堵 睹 du
博: 搏 bo
球: qiu
彩: 采 菜 cai
六: 陆 6 liu
合: 和 he
百: 佰 bai
佳: jia
毒: 嘟 独 du
冰: 兵 bing
大: da
麻: ma
枪: 呛 腔 qiang
支: 枝 zhi
办: ban
证: 正 zheng
刻: ke
章: zhang
刷: shua
单: 丹 dan
贷: 代 袋 dai
款: kuan
`

/**
 * Characters that hardly anybody writes but to insult, or to threaten. A word of three bears a character that only sounds alike when
 * another one is of these: 狗娘样 is an insult, 「这批东西」 (for 逼东西) is a delivery.
 */
export const loadedCharacters: ReadonlySet<number> = new Set(
  Array.from('操草艹肏妈爹娘逼屄屌傻蠢贱婊骚嫖娼奸淫裸炮狗猪畜牲禽滚蛋犊屎屁死杀砍捅宰剁崩毙残障瘫渣', (character) =>
    character.codePointAt(0)!,
  ),
)
