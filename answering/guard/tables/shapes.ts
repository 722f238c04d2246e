// What is seen as a character: another form of it, its halves side by side, an emoji of it. As sure as the character itself.

/** Each line: a character, then what is drawn for it. */
export const shapes = `
你: 伱 祢 妳 亻尔 イ尔 亻你
他: 亻也
妈: 🐎 🐴 🏇 女马
马: 🐎 🐴
操: 扌喿
日: 曰 🌞 ☀
艹: 艸 卄 屮 🌿 ☘ 🍀
草: 🌿 ☘ 🍀 🌱 艹早
傻: 儍 亻夋 亻傻 倯
逼: 偪 辶畐 屄
比: 匕匕
死: 💀 ☠ ⚰ 🪦 歹匕
全: 🈴
家: 🏠 🏡
狗: 🐶 🐕 犭句 犬句
猪: 🐷 🐖 🐽 犭者
鸡: 🐔 🐓 🐤 鳮 又鸟
龟: 🐢
蛋: 🥚 🍳
王: 🤴 👑
滚: 氵衮 衮
贱: 贝戋
婊: 女表 俵
娘: 女良
奶: 🥛 🍼 🍒 女乃
爷: 👴
娼: 女昌
妓: 女支
脑: 🧠 月囟 月㐫
残: ♿ 歹戋
杂: 朵九
种: 禾中
人: 🚶 👤
屎: 💩 尸米
屁: 💨 尸比
杀: 🔪 🗡
砍: 🔪 🪓
捅: 🔪 🗡
打: 👊 扌丁
炸: 💣 💥 火乍
弹: 💣
烧: 🔥 火尧
腿: 🦵
枪: 🔫 木仓
炮: 💣 🧨 火包
睡: 🛌 🛏 目垂
胸: 🍒 🍈 月匈
裸: 衤果 躶
骚: 马蚤
吊: 🍌
屌: 🍌
代: 亻弋
开: 幵 廾
发: 髪 彂
票: 🧾 🎫 🎟 西示 覀示
税: 禾兑
售: 隹口
出: 岀 齣
加: ➕ + 力口
微: 徽 溦
信: 💬 ❤ ♥ 亻言 ✉
钱: 💰 💵 💴 💲 钅戋
现: 💰 王见
赌: 🎰 🎲 贝者
博: 十尃
球: ⚽ 🏀
冰: ❄ 🧊 氷 冫水
药: 💊
丸: 💊
粉: 米分
证: 讠正
话: 讠舌
`

/** Letters in Latin words: c0nima, $b. Each counts as a doubt, since codes and amounts are full of them. */
export const letterSigns = `
o: 0
l: 1
i: 1 l
e: 3
a: 4 @
s: 5 $
b: 8 6
g: 9
`
