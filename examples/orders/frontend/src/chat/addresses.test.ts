import { describe, expect, it } from 'vitest';
import { apiUrl, socketUrl } from './addresses';

describe('socketUrl', () => {
  it('speaks wss on a page that came by https', () => {
    expect(socketUrl('https:', 'chat-api.example.com', 'general')).toBe('wss://chat-api.example.com/ws?room=general');
  });

  it('speaks ws on a laptop', () => {
    expect(socketUrl('http:', 'localhost:8080', 'a&b')).toBe('ws://localhost:8080/ws?room=a%26b');
  });

  it('says how far it has read', () => {
    expect(socketUrl('https:', 'api.example.com', 'general', '2-41')).toBe(
      'wss://api.example.com/ws?room=general&since=2-41',
    );
  });
});

describe('apiUrl', () => {
  it('keeps the protocol of the page', () => {
    expect(apiUrl('https:', 'chat-api.example.com', '/messages')).toBe('https://chat-api.example.com/api/messages');
  });
});
