export const ratingLocale = {
  rating: {
    title: '服务评价',
    ask: '本次咨询的问题解决了吗？',
    thanks: '感谢您的评价，已提交。',
    outcome: { solved: '已解决', unsolved: '未解决' },
    remark: '备注',
    remarkHint: '可以补充说明（选填）',
    submit: '提交',
    submitted: '评价提交成功',
    choose: '请先选择「已解决」或「未解决」。',
  },
}
