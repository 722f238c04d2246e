export const uiLocale = {
  ui: {
    confirm: '确定',
    cancel: '取消',
    retry: '重试',
    close: '关闭',
    loading: '正在加载…',
    failed: '没有加载成功',
    openLinkFailed: '没能打开链接，请稍后再试。',
    pictureMissing: '图片暂时无法显示',
    enlarge: '查看大图：{alt}',
    pages: { range: '第 {from}–{to} 条，共 {total} 条', previous: '上一页', next: '下一页' },
  },
}
