// The renderer is imported first: it loads and compiles in its worker while the editor's code is loading.
import './renderer.ts';

void import('./app.ts');
