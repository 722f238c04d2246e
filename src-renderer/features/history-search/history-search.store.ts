// Whether 查找聊天记录 is open: its button, its key and its line in the menu are in different places of the window.
import { defineStore } from 'pinia'
import { ref } from 'vue'

export const useHistorySearchStore = defineStore('history-search', () => {
  const isOpen = ref(false)
  return { isOpen }
})
