import { pageItem } from './html-page.ts';
import { readMimeParts } from './mime-parts.ts';
import type { Reader, ReaderInput, ReadItem, Refusal } from './reader.ts';

/** A page with its pictures in one file, as Chromium and Outlook save it (MHTML, RFC 2557): the first HTML part is the page. */
export const mhtml = {
  format: 'mhtml',
  recognises: (head) => {
    const headers = head.slice(0, 4096);
    return (
      /^(?:from|snapshot-content-location|subject|date|mime-version|content-type)\s{0,5}:/i.test(
        headers.trimStart(),
      ) && /^content-type\s{0,5}:\s{0,5}multipart\/related/im.test(headers)
    );
  },
  read: readMhtml,
} satisfies Reader;

function* readMhtml(input: ReaderInput): Generator<ReadItem | Refusal> {
  for (const part of readMimeParts(input.bytes)) {
    const type = part.headers.get('content-type') ?? '';
    if (!/^(?:text\/html|application\/xhtml\+xml)/i.test(type)) continue;
    const location = part.headers.get('content-location') ?? null;
    const url = location !== null && /^https?:/i.test(location) ? location : input.url;
    const page = { file: input.file, bytes: part.body, contentType: type, url };
    yield pageItem(page, input.file, [0, input.bytes.length]);
    return;
  }
  yield {
    status: 'refused',
    code: 'MALFORMED',
    at: { file: input.file },
    message: 'The file is MHTML, but no part of it is an HTML page.',
    hint: 'Save the page again, as "Webpage, Single File".',
  };
}
