import { Type } from 'typebox'
import { SettingName, SettingState } from '../domain/setting.ts'
import { defineRoute } from './route.ts'

export const listSettings = defineRoute({
  method: 'GET',
  path: '/api/settings',
  access: ['admin'],
  tag: 'settings',
  summary: 'All settings with their values, who changed them and when.',
  reply: Type.Object({ settings: Type.Array(SettingState) }),
})

export const changeSetting = defineRoute({
  method: 'PUT',
  path: '/api/settings/:name',
  access: ['admin'],
  tag: 'settings',
  summary: 'Sets one; null brings the default back. Errors: SETTING_OUT_OF_RANGE.',
  params: Type.Object({ name: SettingName }),
  body: Type.Object({ value: Type.Union([Type.Integer(), Type.String({ maxLength: 2_000 }), Type.Null()]) }),
  reply: Type.Object({ setting: SettingState }),
})
