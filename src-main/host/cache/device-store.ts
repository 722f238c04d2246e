// Settings of this machine and the kept session, by name.
import type { Database } from 'better-sqlite3-multiple-ciphers'

export interface DeviceStore {
  get(name: string): string | null
  set(name: string, value: string): void
  remove(name: string): void
}

export function createDeviceStore(db: Database): DeviceStore {
  const select = db.prepare<[string], { value: string }>('select value from items where name = ?')
  const upsert = db.prepare('insert into items (name, value) values (?, ?) on conflict (name) do update set value = excluded.value')
  const remove = db.prepare('delete from items where name = ?')
  return {
    get: (name) => select.get(name)?.value ?? null,
    set: (name, value) => void upsert.run(name, value),
    remove: (name) => void remove.run(name),
  }
}
