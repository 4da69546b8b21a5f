import type { Schema } from '../../api/client.ts'
import type { TextKey } from '../../messages/index.ts'

interface Step {
  /** Offered while the server offers one of these. */
  readonly needs: readonly string[]
  readonly text: TextKey
  readonly to:
    | '/cases/$caseId'
    | '/cases/$caseId/forms'
    | '/cases/$caseId/certificates'
    | '/cases/$caseId/shipping'
    | '/cases/$caseId/time'
    | '/cases/$caseId/messages'
  readonly search?: { missing?: true; state?: 'failed-inspection' }
}

const steps: Readonly<Record<string, readonly Step[]>> = {
  'certificate-review': [
    {
      needs: ['decide-certificate'],
      text: 'cases.step-review-certificate',
      to: '/cases/$caseId/certificates',
    },
  ],
  'extension-decision': [
    { needs: ['decide-extension'], text: 'cases.step-decide-extension', to: '/cases/$caseId/time' },
  ],
  cure: [
    {
      needs: ['change-unit', 'post-message'],
      text: 'cases.step-see-failed',
      to: '/cases/$caseId',
      search: { state: 'failed-inspection' },
    },
  ],
  'form-problems': [{ needs: ['upload-form'], text: 'cases.step-mend-form', to: '/cases/$caseId/forms' }],
  'form-apply': [{ needs: ['apply-form'], text: 'cases.step-apply-form', to: '/cases/$caseId/forms' }],
  'form-missing': [
    { needs: ['upload-form'], text: 'cases.step-upload-form', to: '/cases/$caseId/forms' },
    {
      needs: ['change-units'],
      text: 'cases.step-serials',
      to: '/cases/$caseId',
      search: { missing: true },
    },
  ],
  'serials-missing': [
    {
      needs: ['change-units'],
      text: 'cases.step-serials',
      to: '/cases/$caseId',
      search: { missing: true },
    },
    { needs: ['upload-form'], text: 'cases.step-upload-form', to: '/cases/$caseId/forms' },
  ],
  shipping: [{ needs: ['create-shipment'], text: 'cases.step-label', to: '/cases/$caseId/shipping' }],
  'certificate-missing': [
    {
      needs: ['submit-signed-certificate'],
      text: 'cases.step-submit-certificate',
      to: '/cases/$caseId/certificates',
    },
    {
      needs: ['issue-certificate'],
      text: 'cases.step-issue-certificate',
      to: '/cases/$caseId/certificates',
    },
  ],
}

/**
 * What the reader can do about what the case waits for, the best first: by the reason that the server gives, and only
 * what it offers. Nothing where it is somebody else's turn.
 */
export const nextSteps = ({ waitingOn, actions }: Pick<Schema['Case'], 'waitingOn' | 'actions'>): Step[] =>
  (steps[waitingOn.because] ?? []).filter(({ needs }) => needs.some((one) => actions.includes(one)))
