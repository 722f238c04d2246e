// A window's clock, moved ahead as the server's is. Its timers go on as they were: only what time it is differs.
import type { Page } from '@playwright/test'

/** `now`: the time it is from here on, in milliseconds since 1970. For one document: a window that is opened anew has the machine's time. */
export async function turnWindow(page: Page, now: number): Promise<void> {
  await page.evaluate((wanted) => {
    const turned = window as unknown as { machineDate?: DateConstructor }
    const Machine = (turned.machineDate ??= Date)
    const aheadMs = wanted - Machine.now()
    const ahead = (): number => Machine.now() + aheadMs
    window.Date = new Proxy(Machine, {
      construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [ahead()] : args, newTarget) as Date,
      get: (target, name) => (name === 'now' ? ahead : (Reflect.get(target, name) as unknown)),
    })
  }, now)
}
