// What a taxpayer reads who was intercepted: why, until when, and what is still open to them.
export const harassmentLocale = {
  harassmentCard: {
    title: '防骚扰提示',
    number: '拦截编号 {number}',
    why: {
      again: '再次出现不文明内容或过于频繁的消息',
      threat: '消息中有威胁他人的内容',
      sexual: '消息中有对他人的骚扰内容',
      abuse: '消息中有辱骂他人的内容',
      reported: '坐席反映消息中有不文明内容',
      repetition: '短时间内多次发送了相同的内容',
      rate: '短时间内发送的消息过多',
    },
    what: {
      warn: '请文明交流，您可以继续咨询。再次出现时，发送消息可能会受到限制。',
      'cool-down': '{until} 前写好的消息会保存在本机，到时按顺序自动发出。',
      mute: '{until} 前暂时不能发言，写好的消息会保存在本机，到时按顺序自动发出。',
      end: '本次会话已结束，您可以重新开始咨询。',
      block: '咨询暂停至 {until}，到时自动恢复。',
    },
    still: '留言和预约不受影响。如有异议，可以留言申诉。',
    appeal: '留言申诉',
    book: '预约',
    appealText: '对拦截记录 {number} 申诉：',
  },
}
