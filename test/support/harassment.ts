// For tests of something else that write more, or worse, than anybody would.
import { routes } from '@zhengna/contract/http/index.ts'
import { callRoute, signIn } from './raw-api.ts'

/** None of the rules against harassment holds on this server. */
export async function standDownHarassmentRules(url: string): Promise<void> {
  const { accessToken: token } = await signIn(url, 'admin001')
  const known = await callRoute(url, routes.getHarassmentPolicy, { token })
  const { rules, revision } = known.body
  const body = { rules: rules.map((rule) => ({ ...rule, isEnabled: false })), revision }
  const saved = await callRoute(url, routes.saveHarassmentRules, { token, body })
  if (saved.code) throw new Error(saved.code)
}
