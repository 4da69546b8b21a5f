import type { ServerUser } from './server-user.ts'

/**
 * The name under which a server that runs in `folder` knows it.
 *
 * Root's data may lie below a folder that the server's user cannot enter (/root). The data stay there all the same:
 * root enters the folder, becomes that user, and the server calls it "where I am", which Linux resolves without
 * walking the path. Rejected: data elsewhere, where nobody would look for them or back them up; opening up folders
 * that their owner closed; a server with the capability to pass any door.
 */
export const asSeenByServer = (folder: string, user: ServerUser | undefined): string =>
  user && process.platform === 'linux' ? '/proc/self/cwd' : folder
