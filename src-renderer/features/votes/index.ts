export { default as AnswerVote } from './AnswerVote.vue'
export { default as VoteMark } from './VoteMark.vue'
export { votesLocale } from './votes.locale.ts'
export { useVotesStore } from './votes.store.ts'
