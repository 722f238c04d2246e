export const queueLocale = {
  queue: {
    title: '正在排队',
    ahead: '前面还有 {ahead} 位',
    next: '下一位就是您',
    waited: '已等候 {time}',
    whyIdle: '有坐席空闲，正在为您接入，请稍候。',
    whyServing: '{count} 位坐席正在服务其他纳税人，空出后按顺序接入。',
    whyNobody: '目前没有空闲的坐席，坐席就绪后按顺序接入。',
    meanwhile: '等候时可以继续提问，由智能应答为您解答。',
    cancel: '取消排队',
  },
}
