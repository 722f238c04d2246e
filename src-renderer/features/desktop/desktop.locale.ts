export const desktopLocale = {
  desktop: {
    on: '桌面通知：已开启',
    off: '桌面通知：已关闭',
    unasked: '桌面通知：待浏览器允许',
    blocked: '桌面通知：被浏览器禁止',
    soundsOn: '提示音：已开启',
    soundsOff: '提示音：已关闭',
    news: '（{count} 条新消息）{title}',
    blockedHint: '请在浏览器的网站设置中允许本页面发送通知。',
  },
}
