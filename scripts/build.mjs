/** `npm run build`: installs and builds what is missing or out of date, so that `npx tmip` works. */
import { prepare } from './prepare.mjs'

prepare()
