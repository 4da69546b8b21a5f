import { Button, Group, Loader, Text, TextInput, Title } from '@mantine/core'
import { IconBarcode, IconBox, IconCloudUp, IconRefreshAlert } from '@tabler/icons-react'
import { type ReactNode, type SubmitEvent, useState } from 'react'
import type { Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import classes from './answer.module.css'
import { signalSigns } from './outcomes.tsx'
import type { WaitingScan } from './waiting-scans.ts'

/** What the screen is filled with. */
export type Shown =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'box'; readonly caseNumber: string }
  | { readonly kind: 'sku'; readonly sku: string }
  | { readonly kind: 'misread' | 'tracking' | 'too-long' | 'not-kept'; readonly text: string }
  | { readonly kind: 'waiting'; readonly scan: WaitingScan }
  | {
      readonly kind: 'answer'
      readonly scan: Schema['Scan']
      readonly key: string
      /** Milliseconds. */
      readonly since: number
    }
  | { readonly kind: 'note' }
  | { readonly kind: 'closing' }

/**
 * Made to be read from two metres and to be heard: an alert, of which every change is spoken. Closing and the note stand
 * in the same place, since a scan must be able to replace whatever is there.
 */
export function AnswerPanel({
  shown,
  stuck,
  small,
  closing,
  note,
  onNote,
}: {
  shown: Shown
  /** Why scans are not answered, if they are not. */
  stuck: 'unreachable' | 'refused' | null
  /** The camera needs room too. */
  small: boolean
  closing: ReactNode
  note: string | null
  onNote: (note: string | null) => void
}) {
  const asks = shown.kind === 'note' || shown.kind === 'closing'
  return (
    <div
      className={classes['panel']}
      data-signal={shown.kind === 'answer' ? shown.scan.signal : undefined}
      data-small={small || undefined}
      {...(!asks && { role: 'alert' })}
    >
      {shown.kind === 'answer' ? (
        <Answered key={shown.scan.number} scan={shown.scan} />
      ) : shown.kind === 'closing' ? (
        closing
      ) : shown.kind === 'note' ? (
        <Note note={note} onNote={onNote} />
      ) : (
        <Remark shown={shown} stuck={stuck} />
      )}
    </div>
  )
}

function Answered({ scan }: { scan: Schema['Scan'] }) {
  const t = useText()
  const { signal, outcome, scanned, shelfNumber, caseId, expectedSku, package: piece, sku } = scan
  const { icon: Icon } = signalSigns[signal]
  return (
    <>
      <div className={classes['word']}>
        <Icon className={classes['sign']} stroke={1.8} aria-hidden />
        <Title order={2}>{t(`dock.word-${signal}`)}</Title>
      </div>
      {signal !== 'green' && <p className={classes['outcome']}>{t(`dock.outcome-${outcome}`)}</p>}
      {scanned !== null && <Serial text={scanned} />}
      {shelfNumber !== null && (
        <p className={classes['shelf']}>
          <span>{t('dock.write')}</span> <strong className="mono">{shelfNumber}</strong>
        </p>
      )}
      <p className={classes['next']}>
        {t(`dock.next-${outcome}`, {
          caseNumber: caseId ?? '',
          expected: expectedSku ?? '',
          known: expectedSku !== null,
          sku: sku ?? '',
        })}
      </p>
      {signal !== 'red' && (expectedSku !== null || piece !== null) && (
        <p className={classes['details']}>
          {expectedSku !== null && <span className="mono">{expectedSku}</span>}
          {piece !== null && <span>{t('dock.package', { piece })}</span>}
        </p>
      )}
    </>
  )
}

/** As large as it fits on one line. */
function Serial({ text }: { text: string }) {
  return (
    <p
      className={`${classes['serial']} mono`}
      style={{ '--signs': Math.max(text.length, 8) } as React.CSSProperties}
    >
      {text}
    </p>
  )
}

function Remark({
  shown,
  stuck,
}: {
  shown: Exclude<Shown, { kind: 'answer' | 'note' | 'closing' }>
  stuck: 'unreachable' | 'refused' | null
}) {
  const t = useText()
  switch (shown.kind) {
    case 'nothing':
      return (
        <>
          <div className={classes['word']}>
            <IconBarcode className={classes['sign']} stroke={1.5} aria-hidden />
            <Title order={2}>{t('dock.ready')}</Title>
          </div>
          <ol className={classes['steps']}>
            <li>{t('dock.step-box')}</li>
            <li>{t('dock.step-sku')}</li>
            <li>{t('dock.step-serial')}</li>
          </ol>
        </>
      )
    case 'box':
      return (
        <>
          <div className={classes['word']}>
            <IconBox className={classes['sign']} stroke={1.5} aria-hidden />
            <Title order={2}>{t('dock.box-word')}</Title>
          </div>
          <Serial text={shown.caseNumber} />
          <p className={classes['next']}>{t('dock.box-next')}</p>
        </>
      )
    case 'sku':
      return (
        <>
          <div className={classes['word']}>
            <IconBarcode className={classes['sign']} stroke={1.5} aria-hidden />
            <Title order={2}>{t('dock.sku-word')}</Title>
          </div>
          <Serial text={shown.sku} />
          <p className={classes['next']}>{t('dock.sku-next')}</p>
        </>
      )
    case 'waiting':
      return (
        <>
          <div className={classes['word']}>
            {stuck !== null ? (
              <IconCloudUp className={classes['sign']} stroke={1.5} aria-hidden />
            ) : (
              <Loader size={56} aria-hidden />
            )}
            <Title order={2}>{t(stuck !== null ? 'dock.kept' : 'dock.asking')}</Title>
          </div>
          <Serial text={shown.scan.text ?? t('dock.unreadable')} />
          {stuck === 'unreachable' && <p className={classes['next']}>{t('dock.kept-next')}</p>}
        </>
      )
    default:
      return (
        <>
          <div className={classes['word']}>
            <IconRefreshAlert className={classes['sign']} stroke={1.5} aria-hidden />
            <Title order={2}>{t('dock.again')}</Title>
          </div>
          <Serial text={shown.text.slice(0, 40)} />
          <p className={classes['next']}>{t(`dock.${shown.kind}-next`)}</p>
        </>
      )
  }
}

function Note({ note, onNote }: { note: string | null; onNote: (note: string | null) => void }) {
  const t = useText()
  const [text, setText] = useState(note ?? '')
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    onNote(text.trim() === '' ? null : text.trim())
  }
  return (
    <form onSubmit={submit} className={classes['form']}>
      <Title order={2} mb="xs">
        {t('dock.note-title')}
      </Title>
      <TextInput
        label={t('dock.note')}
        description={t('dock.note-help')}
        size="lg"
        maxLength={1_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        // The person has just asked for it.
        autoFocus
      />
      <Group mt="md" gap="sm" grow preventGrowOverflow={false}>
        <Button type="submit" h={64} size="lg">
          {t('dock.note-save')}
        </Button>
        <Button h={64} size="lg" variant="default" onClick={() => onNote(note)}>
          {t('shell.cancel')}
        </Button>
      </Group>
      {note !== null && (
        <Text size="sm" mt="xs">
          {t('dock.note-remove')}
        </Text>
      )}
    </form>
  )
}
