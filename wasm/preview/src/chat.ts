// The picture as a channel shows it.
import { element } from './page.ts';
import type { Picture } from './protocol.ts';

const chats = [...document.querySelectorAll('.chat')];

for (const chat of chats) chat.append(element('message').content.cloneNode(true));

export function post(address: string, { description }: Picture): void {
  const headline = 'headline' in description ? description.headline : undefined;
  for (const chat of chats) {
    const [said, picture] = [chat.querySelector('.said'), chat.querySelector<HTMLImageElement>('.posted')];
    if (said) said.textContent = headline ? `${description.name}: ${headline}` : description.name;
    if (!picture) continue;
    picture.src = address;
    picture.hidden = false;
  }
}
