// What the host needs from the shell that carries it. Everything else the host does is plain Node.
import type { Edition } from '@zhengna/contract/domain/person.ts'
import type { HostEventName } from '@zhengna/contract/host/index.ts'
import type { Result } from '@zhengna/contract/result.ts'

/** The window and the desktop around it. */
export interface ShellPort {
  readonly shell: 'electron' | 'loopback'
  /** True where `controlWindow` acts on a real window. */
  controlsWindow(): boolean
  controlWindow(action: 'minimise' | 'toggle-maximise' | 'close'): Promise<void> | void
  /** Opens an https address in the person's own browser. */
  openLink(url: string): Promise<void>
}

/** Keeps the key of the local store: the operating system's key store where there is one. */
export interface SecretPort {
  /** 32 bytes, the same at every call on this machine and data folder. Errors: throws when the key store is locked or the key is unreadable. */
  storeKey(): Promise<Uint8Array>
}

export interface HostOptions {
  readonly edition: Edition
  /** http(s)://host:port of the server, without a path. */
  readonly serverUrl: string
  readonly dataDir: string
  readonly version: string
  readonly shell: ShellPort
  readonly secrets: SecretPort
  /** Lines for the log file or stderr; never texts, names or tokens. */
  readonly log: (line: string) => void
}

/** A file of the knowledge base, kept on this machine after its first use. */
export interface AssetFile {
  readonly path: string
  readonly contentType: string
}

/** An attachment of a record that was fetched to this machine. */
export interface ServedAttachment {
  readonly path: string
  /** What keeps it a picture, a video, a sound or a download, and nothing else. */
  readonly headers: Readonly<Record<string, string>>
}

export interface Host {
  /** Parses, then answers. Unknown names and wrong params are Results too; nothing throws. */
  handle(name: string, params: unknown): Promise<Result<unknown>>
  /** Returns the function that stops listening. */
  subscribe(listener: (name: HostEventName, payload: unknown) => void): () => void
  /** Errors: null where the knowledge base has no such file, or it is not on this machine and there is no line. */
  asset(name: string): Promise<AssetFile | null>
  /** null for what was not fetched (attachments.fetch) by who is signed in. */
  attachment(id: string): ServedAttachment | null
  /** The machine slept or woke: check the line at once. */
  wake(): void
  /** Everything typed is on disk when it resolves. May be called twice. */
  close(): Promise<void>
}
