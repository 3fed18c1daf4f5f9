// The picture as a channel shows it.
import type { Description } from 'emberline';
import { element } from './page.ts';

const chats = [...document.querySelectorAll('.chat')];

for (const chat of chats) chat.append(element('message').content.cloneNode(true));

export function post(address: string, { name, headline }: Description): void {
  for (const chat of chats) {
    const [said, picture] = [chat.querySelector('.said'), chat.querySelector<HTMLImageElement>('.posted')];
    if (said) said.textContent = headline ? `${name}: ${headline}` : name;
    if (!picture) continue;
    picture.src = address;
    picture.hidden = false;
  }
}
