import { useLayoutEffect, useRef, type TextareaHTMLAttributes } from 'react'

/** A text area as high as its text, within what its style allows. */
export function GrowingText(props: TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const area = useRef<HTMLTextAreaElement>(null)
  const { value } = props
  useLayoutEffect(() => {
    if (!area.current) return
    area.current.style.height = 'auto'
    area.current.style.height = `${area.current.scrollHeight + 2}px`
  }, [value])
  return <textarea {...props} ref={area} />
}
