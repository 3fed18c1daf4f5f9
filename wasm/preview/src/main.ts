// The renderer first: it loads and compiles in its thread while the editor's code comes.
import './renderer.ts';

void import('./app.ts');
