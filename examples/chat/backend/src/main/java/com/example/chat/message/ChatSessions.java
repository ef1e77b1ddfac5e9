package com.example.chat.message;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import org.springframework.web.util.UriComponentsBuilder;

/** The WebSocket sessions of this replica. A session listens to one room: {@code /ws?room=general}. */
@Component
public class ChatSessions extends TextWebSocketHandler {

    private static final Logger log = LoggerFactory.getLogger(ChatSessions.class);
    private static final int SEND_TIME_LIMIT_MS = 5_000;
    private static final int BUFFER_LIMIT_BYTES = 256 * 1024;

    private final Map<String, Listener> listeners = new ConcurrentHashMap<>();

    private record Listener(WebSocketSession session, String room) {}

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws IOException {
        var room = roomOf(session);
        if (room == null) {
            session.close(CloseStatus.POLICY_VIOLATION.withReason("say which room: /ws?room=general"));
            return;
        }
        // A browser that reads slowly is dropped, so that it holds up nobody else; it reconnects and reads what it missed.
        var guarded = new ConcurrentWebSocketSessionDecorator(session, SEND_TIME_LIMIT_MS, BUFFER_LIMIT_BYTES);
        listeners.put(session.getId(), new Listener(guarded, room));
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        listeners.remove(session.getId());
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        // Browsers only ping here, to keep the connection from looking idle: messages are sent by POST.
    }

    void deliver(String room, String json) {
        for (var listener : listeners.values()) {
            if (listener.room().equals(room)) {
                send(listener.session(), json);
            }
        }
    }

    private void send(WebSocketSession session, String json) {
        try {
            session.sendMessage(new TextMessage(json));
        } catch (IOException | RuntimeException e) {
            log.info("Session {} is gone: {}", session.getId(), e.getMessage());
            listeners.remove(session.getId());
        }
    }

    private static String roomOf(WebSocketSession session) {
        var uri = session.getUri();
        return uri == null
                ? null
                : UriComponentsBuilder.fromUri(uri).build().getQueryParams().getFirst("room");
    }
}
