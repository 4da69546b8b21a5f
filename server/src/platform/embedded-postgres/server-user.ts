/**
 * PostgreSQL refuses to run as root, and initdb refuses a user without an entry in the passwd file. So root needs
 * somebody else: the owner of the data (a later start without root then still works), else `nobody`.
 */
import { readFile, stat } from 'node:fs/promises'

export interface ServerUser {
  readonly uid: number
  readonly gid: number
}

/**
 * Who PostgreSQL runs as, when that is not simply ourselves.
 * @param folders whose owners come first, the most telling first; those that do not exist are passed over
 */
export async function serverUser(folders: readonly string[]): Promise<ServerUser | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => {
    const [name, , uid, gid] = line.split(':')
    return { name, uid: Number(uid), gid: Number(gid) }
  })
  for (const folder of folders) {
    const owner = await stat(folder).catch(() => undefined)
    const user = users.find(({ uid }) => uid !== 0 && uid === owner?.uid)
    if (user) return user
  }
  return users.find(({ name }) => name === 'nobody') ?? users.find(({ name }) => name === 'daemon')
}
