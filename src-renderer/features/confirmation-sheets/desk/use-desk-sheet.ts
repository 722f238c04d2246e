// One of the office's sheets as it is now: asked for again whenever something was done with it, at whatever window.
import type { DeskSheet, Material } from '@zhengna/contract/domain/confirmation-sheet-record.ts'
import type { ConfirmationSheetId } from '@zhengna/contract/ids.ts'
import type { Failure, Result } from '@zhengna/contract/result.ts'
import { ref, shallowRef } from 'vue'
import { useHost, useHostEvent, useHostReturn } from '../../../host/index.ts'

export function useDeskSheet(sheetId: ConfirmationSheetId) {
  const host = useHost()
  const sheet = shallowRef<DeskSheet | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const isBusy = ref(false)
  const params = { sheetId }
  /** One after the other: each is decided on what the one before it made. */
  let last: Promise<unknown> = Promise.resolve()

  /** What was asked for earlier may come later. */
  function take(came: DeskSheet): void {
    if (!sheet.value || came.revision >= sheet.value.revision) sheet.value = came
  }
  async function load(): Promise<void> {
    const got = await host.request('sheets.deskGet', { params })
    if (got.ok) take(got.value.sheet)
    failure.value = got.ok || sheet.value ? null : got.error
  }
  /** null: done. Of what somebody else did faster the new state is shown with the refusal. */
  function act(work: () => Promise<Result<{ sheet: DeskSheet }>>): Promise<Failure | null> {
    isBusy.value = true
    const acting = last.then(async () => {
      const done = await work()
      if (done.ok) take(done.value.sheet)
      else await load()
      isBusy.value = last !== acting
      return done.ok ? null : done.error
    })
    last = acting
    return acting
  }
  const seen = ({ state, round }: Material) => ({ state, round })
  const at = ({ place }: Material) => ({ ...params, place: String(place) })

  useHostEvent('sheets.changed', (news) => {
    if (news.sheetId === sheetId) void load()
  })
  useHostEvent('connection.changed', ({ state }) => {
    if (state === 'online') void load()
  })
  useHostReturn(() => void load())
  void load()

  return {
    sheet,
    failure,
    isBusy,
    load,
    accept: (material: Material) => act(() => host.request('sheets.accept', { params: at(material), body: seen(material) })),
    giveBack: (material: Material, reason: string, isConfirmed: boolean) =>
      act(() =>
        host.request('sheets.return', {
          params: at(material),
          body: { ...seen(material), reason, ...(isConfirmed && { confirmed: true }) },
        }),
      ),
    withdraw: (reason: string, isConfirmed: boolean) =>
      act(() => host.request('sheets.withdraw', { params, body: { reason, ...(isConfirmed && { confirmed: true }) } })),
  }
}
