import { message } from '../messages/index.ts'
import {
  addPerson,
  createOrganisation,
  organisationByAccount,
  systemCaller,
} from '../modules/people/index.ts'
import { firstRow } from '../platform/database/pool.ts'
import type { Language } from '../values/language.ts'
import { isRefused } from '../values/refusal.ts'
import { sentence } from './configuration.ts'
import { withHouse } from './maintain.ts'

/** The account that the vendor's own organisation has; there is one in an installation. */
const VENDOR_ACCOUNT = 'VENDOR'

export async function createAdministrator(options: {
  email: string
  name: string
  organisation: string
  country: string
  timeZone: string
  language: Language
}): Promise<void> {
  const { language } = options
  const password = process.env['TMIP_PASSWORD']
  if (password === undefined) throw new Error(message(language, 'program', 'set-password'))
  await withHouse(async (house) => {
    const by = { ...systemCaller.by, via: 'command-line' as const }
    const refuse = (refusal: { readonly refused: string }) => {
      throw new Error(sentence(refusal))
    }
    const known = await firstRow(house.db, organisationByAccount, [VENDOR_ACCOUNT])
    let organisationId = known?.id
    if (organisationId === undefined) {
      const created = await createOrganisation(house, by, {
        kind: 'vendor',
        name: options.organisation,
        account: VENDOR_ACCOUNT,
        country: options.country,
        timeZone: options.timeZone,
        language,
      })
      if (isRefused(created)) return refuse(created)
      organisationId = created.reply.id
    }
    const added = await addPerson(
      house,
      { scope: 'all', by },
      {
        organisationId,
        email: options.email,
        name: options.name,
        language,
        roles: ['administrator'],
        password,
      },
    )
    if (isRefused(added)) return refuse(added)
    process.stdout.write(
      `${message(language, 'program', 'administrator-created', { email: options.email })}\n`,
    )
  })
}
