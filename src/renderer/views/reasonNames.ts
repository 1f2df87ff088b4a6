import type { PassageReason } from '../../domain/project/passage'

/** Why a passage may be boilerplate, in the researcher's words. */
export const reasonNames: Readonly<Record<PassageReason, string>> = {
  advertisement: 'advertisement', sharing: 'sharing buttons', error: 'message of the page', comments: 'comments', channel: 'advert for a channel', teaser: 'other story',
  repeated: 'repeated line', 'running-head': 'running head', 'page-number': 'page number', 'by-hand': 'marked by hand',
}
