export const personalCentreLocale = {
  centre: {
    title: '个人中心',
    close: '返回会话',
    sections: '个人中心栏目',
    names: { 'leave-messages': '我的留言', appointments: '我的预约', notices: '消息提示', favourites: '我的收藏' },
    writeLeaveMessage: '去留言',
    writeAppointment: '去预约',
  },
}
