// Takes the courtesies off a normalised question: 老师您好我想咨询一下…谢谢 says nothing about what is asked.

const OPENING =
  /^(?:您好|你好|哈喽|老师|小编|客服|大家好|早上好|上午好|中午好|下午好|晚上好|在吗|在么|在不在|打扰一下|打扰了|打扰|麻烦|不好意思|嗯+|呃+|诶|喂|急|亲爱的|是这样的|税务局的?同志|同志|小姐姐)(?:啊|呀|哈)?\s?/
const REQUEST =
  /^(?:我?想要?|我?要|请|麻烦|帮我|帮忙)?(?:咨询|询问|请教|了解|请问|问)(?:一下下|一下|下|个问题|个事|你)?(?:啊|哈)?\s?(?:关于)?\s?/
const CLOSING =
  /\s?(?:谢谢您|谢谢你|谢谢老师|谢谢了|谢谢|多谢|感谢|麻烦您了|麻烦了|急+|在线等|求解答|求解|求助|求教|拜托了|拜托|老师|啊|呀|呢|哦|哈|嘛|噢|呐|呗|哇)$/

/** Courtesies come in chains; none is longer than this. */
const CHAIN_MAX = 8

/** The question without what surrounds it; the text itself when nothing else would be left. */
export function stripPoliteness(normalised: string): string {
  let text = normalised
  for (let link = 0; link < CHAIN_MAX; link++) {
    const shorter = text.replace(OPENING, '').replace(REQUEST, '').replace(CLOSING, '').trim()
    if (shorter.length === 0 || shorter === text) break
    text = shorter
  }
  return text
}
