import type { House } from '../../../platform/house.ts'
import type { AnyOperation } from '../../../platform/http/operation.ts'
import type { PeopleFact } from '../facts.ts'
import type { Caller } from '../rules/caller.ts'
import { apiKeyOperations } from './api-keys.ts'
import { invitationOperations } from './invitations.ts'
import { mandateOperations } from './mandates.ts'
import { myOperations } from './me.ts'
import { organisationOperations } from './organisations.ts'
import { personOperations } from './people.ts'

export const peopleOperations = (house: House<PeopleFact>): AnyOperation<Caller>[] => [
  ...myOperations(house),
  ...organisationOperations(house),
  ...personOperations(house),
  ...invitationOperations(house),
  ...apiKeyOperations(house),
  ...mandateOperations(house),
]
