import { JSDOM } from 'jsdom';

// React asks for these when it is loaded: this module has to come before it.
const { window } = new JSDOM('', { url: 'http://localhost' });
Object.assign(globalThis, { window, document: window.document });
