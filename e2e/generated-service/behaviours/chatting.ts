import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { say, until } from '../api';
import { behaviours } from '../../contract/Behaviour';
import type { GeneratedService } from '../GeneratedService';
import { Listener } from '../Listener';

export const chatting = behaviours<GeneratedService>('the backend', {
  'shows what one process was told in the sessions of the other': async ({
    replicas: [first, second],
  }) => {
    const listeners = [first, second].map(
      ({ port }) => new Listener('fan-out', () => port),
    );
    try {
      const told = [
        await say(() => first.port, 'fan-out', 'to the first'),
        await say(() => second.port, 'fan-out', 'to the second'),
      ];
      for (const { heard } of listeners) {
        await until('both are heard', () => heard.length >= 2);
        assert.deepEqual(
          heard.map(({ id }) => id),
          told,
        );
      }
    } finally {
      listeners.forEach(listener => listener.leave());
    }
  },

  'loses nothing and repeats nothing while both processes are replaced':
    async ({ replicas }) => {
      const [first, second] = replicas;
      let talkingTo = second.port;
      const talksTo = () => talkingTo;
      let listensTo = first.port;
      const listener = new Listener('rolling', () => listensTo);
      const told: string[] = [];
      let talking = true;
      const talk = (async () => {
        while (talking) {
          told.push(await say(talksTo, 'rolling', `message ${told.length}`));
          await sleep(20);
        }
      })();
      // Awaited below, unless time is up before; then its failure is no news.
      talk.catch(() => {});
      try {
        await until('something is heard', () => listener.heard.length > 5);
        // One after the other, as a rolling update does: who listens to the one that goes finds the other.
        for (const [leaving, staying] of [
          [first, second],
          [second, first],
        ]) {
          talkingTo = staying.port;
          listensTo = staying.port;
          await leaving.stop();
          await leaving.start();
          listensTo = leaving.port;
        }
        talking = false;
        await talk;
        await until('the last is heard', () =>
          listener.heard.some(({ id }) => id === told.at(-1)),
        );
        assert.deepEqual(
          listener.heard.map(({ id }) => id),
          told,
        );
        assert.ok(told.length > 50, `only ${told.length} messages were sent`);
        assert.deepEqual(listener.closes, [1012, 1012]);
        assert.equal(listener.gaps, 0);
      } finally {
        talking = false;
        listener.leave();
        await talk.catch(() => {});
      }
    },

  'counts its sessions and messages for Prometheus': async ({
    replicas: [{ port, managementPort }],
  }) => {
    const metric = async (name: string) => {
      const answer = await fetch(
        `http://127.0.0.1:${managementPort}/actuator/prometheus`,
      );
      const value = new RegExp(`^${name}(?:\\{.*\\})? ([\\d.E]+)$`, 'm').exec(
        await answer.text(),
      )?.[1];
      assert.ok(value !== undefined, `there is no ${name}`);
      return Number(value);
    };
    const before = await metric('chat_sessions');
    const received = await metric('chat_messages_received_total');
    const listener = new Listener('counting', () => port);
    try {
      await until(
        'the session is counted',
        async () => (await metric('chat_sessions')) === before + 1,
      );
      await say(() => port, 'counting', 'one');
      await until(
        'the message is counted',
        async () => (await metric('chat_messages_received_total')) > received,
      );
      await metric('kafka_consumer_fetch_manager_records_lag_max');
    } finally {
      listener.leave();
    }
  },
});
