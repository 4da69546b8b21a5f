import { dayAt } from '../../../values/calendar.ts'
import type { Programme } from '../../programmes/index.ts'
import { graceEndsOn } from '../../programmes/rules/due-date.ts'
import type { CaseRow, UnitRow } from '../storage/cases.ts'
import { mayHappen } from './lifecycle.ts'

/**
 * What can be done with a case as it stands, by operation of the API. Who may do it is the permission table's matter;
 * an answer carries what is in both.
 */
export function caseActions(row: CaseRow, programme: Programme, now: string): string[] {
  const { extensions, routes, credit } = programme
  const open = row.closed_at === null
  // Neither shipped nor settled: what can still be let go, or charged back once its grace is over.
  const loose = row.owed + row.identified + row.failed_inspection
  const overdue = open && dayAt(now, row.time_zone) > graceEndsOn(programme, row.due_on)
  const actions: [string, boolean][] = [
    ['download-form', open],
    ['upload-form', open],
    ['apply-form', row.form_waiting !== null && row.form_waiting_problems === 0],
    ['change-unit', row.owed + row.identified > 0],
    ['change-units', row.owed + row.identified > 0],
    ['download-shipping-instructions', row.instructions_sent_at !== null && row.to_ship + row.in_transit > 0],
    ['create-shipment', row.instructions_sent_at !== null && row.to_ship > 0],
    ['issue-certificate', routes.destroy !== undefined && row.to_destroy > 0],
    ['submit-signed-certificate', row.certificates > row.certificates_in_review && row.to_destroy > 0],
    ['decide-certificate', row.certificates_in_review > 0],
    ['ask-extension', open && extensions !== undefined && row.extension_asked === null],
    ['decide-extension', row.extension_asked !== null],
    ['waive-units', loose > 0],
    [
      'propose-charge-back',
      overdue &&
        loose > 0 &&
        credit.paid === 'at-order' &&
        row.extension_asked === null &&
        row.certificates_in_review === 0 &&
        row.charge_back_waiting === null,
    ],
    // Also when the case is closed: what somebody still has to say about it belongs to it.
    ['post-message', true],
    ['settle-thread', row.thread_waiting_since !== null],
  ]
  return actions.filter(([, possible]) => possible).map(([operation]) => operation)
}

export function unitActions(unit: UnitRow): string[] {
  const actions: [string, boolean][] = [
    ['change-unit', mayHappen('identify', unit.state) || unit.state === 'in-transit'],
    ['waive-units', mayHappen('waive', unit.state)],
  ]
  return actions.filter(([, possible]) => possible).map(([operation]) => operation)
}
