// For tests: settings as a server has them, and a host that changes them, or not.
import { defaultSettingValues, settingNames, type SettingName, type SettingState } from '@zhengna/contract/domain/setting.ts'
import type { Failure } from '@zhengna/contract/errors.ts'
import { fail } from '@zhengna/contract/result.ts'
import { createPinia, setActivePinia } from 'pinia'
import { installHost } from '../../host/index.ts'
import { createTexts, uiLocale } from '../../ui/index.ts'
import { fakeHost } from '../chat/chat.fixture.ts'
import { sessionLocale } from '../session/index.ts'
import { administrationLocale } from './administration.locale.ts'

export const aState = (name: SettingName, over: Partial<SettingState> = {}): SettingState => ({
  name,
  value: defaultSettingValues[name],
  changedBy: null,
  changedAt: null,
  ...over,
})

interface Change {
  readonly params: { readonly name: SettingName }
  readonly body: { readonly value: SettingState['value'] | null }
}

/** A server that takes every change, unless it is told to refuse or its line is cut. */
export function installAdministration() {
  const server = {
    settings: settingNames.map((name) => aState(name)),
    isOnline: true,
    refusal: null as Failure | null,
    set(name: SettingName, over: Partial<SettingState>): void {
      server.settings = server.settings.map((one) => (one.name === name ? { ...one, ...over } : one))
    },
  }
  const answering = fakeHost({
    'administration.listSettings': () => ({ settings: server.settings }),
    'administration.changeSetting': ({ params: { name }, body: { value } }: Change) => {
      server.set(name, { value: value ?? defaultSettingValues[name], changedBy: '演示系统管理员', changedAt: Date.now() })
      return { setting: server.settings.find((one) => one.name === name) }
    },
    'connection.get': () => ({ state: 'online', retryAt: null, unsent: 0 }),
  })
  const cut = fakeHost({})
  const host: typeof answering = {
    ...answering,
    request: (name, params) => {
      if (!server.isOnline) return cut.request(name, params)
      if (server.refusal && name === 'administration.changeSetting') return Promise.resolve(fail(server.refusal))
      return answering.request(name, params)
    },
  }
  installHost(host)
  const pinia = createPinia()
  setActivePinia(pinia)
  const changes = (): Change[] =>
    answering.asked.filter(({ name }) => name === 'administration.changeSetting').map(({ params }) => params as Change)
  return { server, changes, plugins: [pinia, createTexts(uiLocale, sessionLocale, administrationLocale)] }
}
