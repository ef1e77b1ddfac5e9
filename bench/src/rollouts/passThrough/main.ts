import { Agent } from 'node:https';
import { serveCalls } from '../../parts/serveCalls';
import { Listener } from './Listener';
import { makeCertificate } from './makeCertificate';
import type { PassThroughCalls } from './PassThroughCalls';

const listeners = new Map<string, Listener>();

function find(name: string): Listener {
  const listener = listeners.get(name);
  if (!listener) {
    throw new Error(`No listener is called '${name}'.`);
  }
  return listener;
}

const calls: PassThroughCalls = {
  async open({ upstream, names }) {
    const agent = new Agent({ ca: upstream.ca, keepAlive: true });
    const certificate = await makeCertificate();
    const urls: Record<string, string> = {};
    for (const name of names) {
      const listener = new Listener({ url: upstream.url, agent }, certificate);
      listeners.set(name, listener);
      urls[name] = await listener.listen();
    }
    return { ca: certificate.cert, urls };
  },
  read: async ({ name }) => find(name).traffic,
  hold: async ({ name }) => find(name).hold(),
  release: async ({ name }) => find(name).release(),
};

serveCalls(calls);
