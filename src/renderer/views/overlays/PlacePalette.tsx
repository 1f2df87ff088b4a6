import { quoteOf } from '../../../domain/text/anchor'
import { placeHere, unplacedIn } from '../../commands/corrections'
import { activeArticle } from '../../commands/textCommands'
import { Palette } from '../../controls/Palette'
import { useDesk, useSession } from '../desk'

/** The coder's annotations that lost their place in this article: the chosen one gets the selected passage. */
export function PlacePalette() {
  const desk = useDesk()
  const session = useSession()
  const items = unplacedIn(desk, activeArticle(desk)).map((one) => ({ id: one.id, text: `${quoteOf((session.seen.annotation.get(one.id) ?? one).spans)} (${session.codes().get(one.code)?.code.name ?? 'unknown code'})` }))
  return (
    <Palette
      label="Which annotation the passage belongs to" sections={[{ name: 'Not found after the correction', items }]} empty="No annotation reads like that."
      onClose={() => { desk.overlay.set(null) }}
      onChoose={(id) => {
        desk.overlay.set(null)
        placeHere(desk, id).catch(desk.app.tell)
      }}
    />
  )
}
