import { Radio, RadioGroup } from 'react-aria-components'
import { Swatch } from '../../controls/Swatch'
import type { Code, Dimension } from '../../../domain/project/codebook'
import { colours } from '../../../domain/project/colours'
import styles from './Form.module.css'

interface Props {
  readonly value: Code['colour']
  readonly mark: Dimension['mark']
  readonly disabled: boolean
  readonly onChoose: (colour: Code['colour']) => void
}

/** The colours codes are drawn in, by name. */
export function ColourChoice({ value, mark, disabled, onChoose }: Props) {
  return (
    <RadioGroup aria-label="Colour" orientation="horizontal" className={styles['colours'] ?? ''} value={value} isDisabled={disabled} onChange={(next) => { onChoose(colours.find((one) => one === next) ?? value) }}>
      {colours.map((name) => <Radio key={name} value={name} className={styles['colour'] ?? ''}><Swatch colour={name} mark={mark === 'polarity' ? 'tint' : mark} />{name}</Radio>)}
    </RadioGroup>
  )
}
