// What the test decided about the machine this "Electron" runs on.
export interface Surroundings {
  readonly appPath: string
  readonly appData: string
  readonly isPackaged: boolean
  readonly isFirstInstance: boolean
  readonly keyStore: 'gnome_libsecret' | 'basic_text'
}

export const surroundings = JSON.parse(process.env.ELECTRON_DOUBLE ?? '{}') as Surroundings
