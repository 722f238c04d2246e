export { default as KnowledgePanel } from './KnowledgePanel.vue'
export { knowledgeLocale } from './knowledge.locale.ts'
export { useKnowledgeStore } from './knowledge.store.ts'
export { useArticleQuestions } from './use-article-questions.ts'
