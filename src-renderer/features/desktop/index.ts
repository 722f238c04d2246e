export { desktopLocale } from './desktop.locale.ts'
export { default as DesktopNotesItem } from './DesktopNotesItem.vue'
export { useDesktopNotes } from './use-desktop-notes.ts'
