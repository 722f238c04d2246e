export const consoleLocale = {
  console: {
    product: '征纳互动',
    edition: '坐席端',
    title: '坐席端 · 征纳互动',
    titleUnread: '({count}) 坐席端 · 征纳互动',
    signInTitle: '征纳互动 · 坐席端',
    signInSubtitle: '税务人员登录后，接待纳税人的咨询',
    rail: '主导航',
    queue: '排队 {count}',
    queueHint: '本机构正在等候的纳税人',
    minimise: '最小化',
    maximise: '最大化',
    close: '关闭',
    closeLive: '还有 {count} 个进行中的会话没有结束，关闭后纳税人将等不到您的回复。确定关闭吗？',
    pages: { workbench: '工作台', queue: '排队', duties: '首页', knowledge: '知识', editing: '知识库' },
    offline: {
      note: '与服务的连接已断开，写好的消息保存在本机，恢复后自动发送。',
      retryIn: '{seconds} 秒后自动重连',
      retrying: '正在重新连接',
      retry: '立即重连',
    },
    duties: {
      hello: '您好，{name}',
      role: { agent: '坐席', supervisor: '班长', editor: '知识维护员', admin: '系统管理员', taxpayer: '纳税人' },
      notYet: '以下工作将在后续版本中提供，本版本尚不能在这里办理：',
      now: '目前可以使用「知识」，查找已发布的问答和政策依据。',
      // One line each.
      admin:
        '管理账号、机构和技能组\n管理敏感词、防骚扰策略、快捷入口和业务参数\n向纳税人精准推送消息\n设置工作时间和节假日、程序更新范围\n查看审计日志和统计',
      toKnowledge: '查找知识',
    },
    knowledge: { title: '知识', hint: '在本机的知识库里查找，断网时也可以使用。' },
  },
}
