/** The language service's Markdown as elements. Hostile texts stay text: no HTML, no images, no links of theirs. */
import MarkdownIt from 'markdown-it';

/** Where the explanations' own links lead. */
const documentation =
  /^https:\/\/(?:learn\.microsoft\.com|devblogs\.microsoft\.com|www\.dmtf\.org)\//;

const markdown = new MarkdownIt({ html: false, linkify: false }).disable(['image']);
markdown.validateLink = (address) => documentation.test(address);

/** The elements of a Markdown text. */
export function renderMarkdown(text: string): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = markdown.render(text);
  for (const link of template.content.querySelectorAll('a')) {
    // The page has a text that nobody has saved.
    link.target = '_blank';
    link.rel = 'noreferrer';
  }
  return template.content;
}
