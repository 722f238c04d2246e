export const knowledgeLocale = {
  knowledge: {
    recommended: '热点推荐',
    packs: '问答套餐',
    panel: '常见问题',
    noRecommended: '暂时没有热点问题',
    noPacks: '暂时没有问答套餐',
    soon: '知识库更新后会显示在这里，您可以直接提问。',
    files: '相关文件',
    count: '{count} 个问题',
    calls: '{count} 次咨询',
    allPacks: '全部套餐',
  },
}
