import { Component, type ReactNode } from 'react'
import { Button } from '../controls/Button'

/** What stands in the window when drawing it failed: the work is saved apart from what is drawn. */
export class Recovery extends Component<{ readonly children: ReactNode }, { readonly problem: string | null }> {
  override state = { problem: null }

  static getDerivedStateFromError(error: unknown): { problem: string } {
    return { problem: error instanceof Error ? error.message : String(error) }
  }

  override render(): ReactNode {
    if (this.state.problem === null) return this.props.children
    return (
      <main role="alert" style={{ padding: 48, maxWidth: 560 }}>
        <h1>Something could not be drawn</h1>
        <p style={{ margin: '8px 0 16px' }}>Your work is kept: every change was saved as it was made. Go on from here; if it happens again, close Synoptic and open the project anew. ({this.state.problem})</p>
        <Button kind="main" onClick={() => { this.setState({ problem: null }) }}>Go on</Button>
      </main>
    )
  }
}
