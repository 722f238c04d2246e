export { default as EmojiTool } from './EmojiTool.vue'
export { emojiLocale } from './emoji.locale.ts'
export { default as SmileGlyph } from './SmileGlyph.vue'
