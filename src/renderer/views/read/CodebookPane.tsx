import { useEffect, useRef } from 'react'
import { Keys } from '../../controls/Keys'
import { Swatch } from '../../controls/Swatch'
import { applyCode, codable } from '../../commands/codeCommands'
import { keyParts } from '../../commands/keys'
import { picked } from '../../commands/textCommands'
import { THE } from '../../../domain/project/records'
import { useCell } from '../../store/watch'
import { useDesk, useSession } from '../desk'
import styles from './CodebookPane.module.css'

const amount = { one: 'one', many: 'several' } as const

/** The codebook with its keys; the code in hand shows its rules. A click codes the selection. */
export function CodebookPane() {
  const desk = useDesk()
  const session = useSession()
  useCell(desk.app.layout)
  const last = useCell(desk.lastCode)
  const codebook = session.records.codebook.get(THE)
  const inHand = picked(desk)?.code ?? last
  const usable = codable(desk) !== undefined
  const entries = [...session.codes().values()]
  const current = useRef<HTMLDivElement>(null)
  useEffect(() => { current.current?.scrollIntoView({ block: 'nearest' }) }, [inHand])
  return (
    <div className={styles['codebook']} aria-label="Codebook" role="group">
      {codebook?.dimensions.map((dimension) => (
        <section key={dimension.id}>
          <h2 className={styles['dimension']}>{dimension.name} <em>{dimension.unit}, {amount[dimension.choice]}</em></h2>
          {entries.filter((entry) => entry.dimension === dimension).map(({ code, depth }) => (
            <div key={code.id} ref={code.id === inHand ? current : null}>
              <button
                type="button" className={`${styles['code']} ${code.id === inHand ? styles['on'] : ''}`} style={{ paddingLeft: 12 + depth * 14 }}
                title={code.definition} aria-disabled={!usable}
                // The text keeps the keyboard and its selection.
                onMouseDown={(event) => { event.preventDefault() }}
                onClick={() => { void applyCode(desk, code.id) }}
              >
                <Swatch colour={code.colour} mark={dimension.mark} />
                <span><bdi>{code.name}</bdi></span>
                {code.key !== '' && <Keys parts={keyParts(code.key, desk.mac)} />}
              </button>
              {code.id === inHand && <Rules definition={code.definition} include={code.include} exclude={code.exclude} />}
            </div>
          ))}
        </section>
      ))}
    </div>
  )
}

function Rules({ definition, include, exclude }: { readonly definition: string; readonly include: string; readonly exclude: string }) {
  return (
    <div className={styles['rules']}>
      {definition}
      {include !== '' && <p><b>Yes:</b> {include}</p>}
      {exclude !== '' && <p><b>Not:</b> {exclude}</p>}
    </div>
  )
}
