/** The language service's Markdown as elements. Hostile texts stay text: no HTML, no images, no links of theirs. */
import MarkdownIt from 'markdown-it';

const markdown = new MarkdownIt({ html: false, linkify: false }).disable(['image', 'link']);

/** The elements of a Markdown text. */
export function renderMarkdown(text: string): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = markdown.render(text);
  return template.content;
}
