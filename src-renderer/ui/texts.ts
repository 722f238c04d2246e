// vue-i18n with zh-CN as the source. Each feature brings its own *.locale.ts under one key; the entry point joins them.
import { createI18n } from 'vue-i18n'

type Texts = { readonly [key: string]: string | Texts }

export const createTexts = (...locales: readonly Texts[]) =>
  createI18n({ legacy: false, locale: 'zh-CN', messages: { 'zh-CN': Object.assign({}, ...locales) as Texts } })
