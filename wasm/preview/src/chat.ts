// The preview of the picture in chat channels.
import { getElement } from './page.ts';
import type { Picture } from './protocol.ts';

const chats = [...document.querySelectorAll('.chat')];

for (const chat of chats) chat.append(getElement('message').content.cloneNode(true));

export function showInChats(url: string, { description }: Picture): void {
  const headline = 'headline' in description ? description.headline : undefined;
  for (const chat of chats) {
    const [text, image] = [chat.querySelector('.said'), chat.querySelector<HTMLImageElement>('.posted')];
    if (text) text.textContent = headline ? `${description.name}: ${headline}` : description.name;
    if (!image) continue;
    image.src = url;
    image.hidden = false;
  }
}
