import type { SessionView } from '@zhengna/contract/host/session.ts'
import type { Failure } from '@zhengna/contract/result.ts'
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { useHost, useHostEvent, useHostReturn } from '../../host/index.ts'

export const useSessionStore = defineStore('session', () => {
  const host = useHost()
  /** null until the host has said. */
  const view = shallowRef<SessionView | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const person = computed(() => (view.value?.status === 'signed-in' ? view.value.person : null))

  async function load(): Promise<void> {
    failure.value = null
    const got = await host.request('session.get', {})
    if (got.ok) view.value = got.value
    else if (!view.value) failure.value = got.error
  }
  async function signIn(account: string, password: string): Promise<Failure | null> {
    const signedIn = await host.request('session.signIn', { account, password })
    if (signedIn.ok) view.value = signedIn.value
    return signedIn.ok ? null : signedIn.error
  }
  /** With the password an administrator gave. */
  async function claim(account: string, password: string, newPassword: string): Promise<Failure | null> {
    const signedIn = await host.request('session.claim', { account, password, newPassword })
    if (signedIn.ok) view.value = signedIn.value
    return signedIn.ok ? null : signedIn.error
  }
  async function changePassword(password: string, newPassword: string): Promise<Failure | null> {
    const changed = await host.request('accounts.changePassword', { body: { password, newPassword } })
    return changed.ok ? null : changed.error
  }
  async function signOut(): Promise<Failure | null> {
    const signedOut = await host.request('session.signOut', {})
    if (signedOut.ok) view.value = signedOut.value
    return signedOut.ok ? null : signedOut.error
  }

  useHostEvent('session.changed', (next) => (view.value = next))
  useHostReturn(() => void load())
  return { view, person, failure, load, signIn, claim, changePassword, signOut }
})
