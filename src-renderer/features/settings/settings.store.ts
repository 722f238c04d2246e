// This machine's settings, and their effect on the page. public/appearance.js applies the copies kept here before the first paint.
import { defaultSettings, type Settings } from '@zhengna/contract/host/shell.ts'
import { usePreferredDark } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, shallowRef, watchEffect } from 'vue'
import { useHost, useHostEvent, useHostReturn } from '../../host/index.ts'
import { notifyFailure } from '../../ui/index.ts'

export const useSettingsStore = defineStore('settings', () => {
  const host = useHost()
  const settings = shallowRef<Settings>(defaultSettings)
  const prefersDark = usePreferredDark()
  const isDark = computed(() => settings.value.theme === 'dark' || (settings.value.theme === 'system' && prefersDark.value))

  function adopt(next: Settings): void {
    settings.value = next
    localStorage.setItem('appearance.theme', next.theme)
    localStorage.setItem('appearance.font-step', String(next.fontStep))
  }
  async function load(): Promise<void> {
    const got = await host.request('settings.get', {})
    if (got.ok) adopt(got.value)
  }
  async function change(wanted: Partial<Settings>): Promise<void> {
    const set = await host.request('settings.set', wanted)
    if (set.ok) adopt(set.value)
    else notifyFailure(set.error)
  }

  watchEffect(() => {
    document.documentElement.classList.toggle('dark', isDark.value)
    document.documentElement.dataset.fontStep = String(settings.value.fontStep)
  })
  useHostEvent('settings.changed', adopt)
  useHostReturn(() => void load())
  return { settings, isDark, load, change }
})
