package com.example.chat.message;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * {@code /ws?room=general&since=2-41}: what was missed since that position, then the room's messages as they come.
 *
 * <p>Stops first of all when the process is told to end: each session is closed with 1012, "service restart", and finds
 * another replica while this one still answers requests.
 */
@Component
class ChatSocket extends TextWebSocketHandler implements SmartLifecycle {

    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(5);

    private final Map<String, Visit> visits = new ConcurrentHashMap<>();
    private final Rooms rooms;
    private final Counter dropped;
    private volatile boolean running;

    private record Visit(String room, ChatSession session) {}

    ChatSocket(Rooms rooms, MeterRegistry metrics) {
        this.rooms = rooms;
        this.dropped = metrics.counter("chat.sessions.dropped");
        metrics.gaugeMapSize("chat.sessions", Tags.empty(), visits);
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws IOException {
        var room = parameter(session, "room");
        if (room.isEmpty()) {
            session.close(CloseStatus.POLICY_VIOLATION.withReason("say which room: /ws?room=general"));
            return;
        }
        Position lastSeen;
        try {
            lastSeen = parameter(session, "since").map(Position::valueOf).orElse(null);
        } catch (IllegalArgumentException e) {
            session.close(CloseStatus.POLICY_VIOLATION.withReason("since is no position of a message"));
            return;
        }
        var visit = new Visit(room.get(), new ChatSession(session, dropped::increment));
        visits.put(session.getId(), visit);
        rooms.join(visit.room(), lastSeen, visit.session());
        if (!running) {
            visit.session().close(CloseStatus.SERVICE_RESTARTED);
        }
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        var visit = visits.remove(session.getId());
        if (visit != null) {
            rooms.leave(visit.room(), visit.session());
            visit.session().close(status);
        }
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        // Messages are sent by POST, which answers with what became of them; here come pings, to tell a dead connection.
        var visit = visits.get(session.getId());
        if (visit != null) {
            visit.session().hear(Frames.PONG);
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        visits.values().forEach(visit -> visit.session().close(CloseStatus.SERVICE_RESTARTED));
        var limit = Instant.now().plus(DRAIN_LIMIT);
        while (!visits.isEmpty() && Instant.now().isBefore(limit)) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private static Optional<String> parameter(WebSocketSession session, String name) {
        return Optional.ofNullable(session.getUri())
                .map(uri -> UriComponentsBuilder.fromUri(uri).build().getQueryParams().getFirst(name))
                .filter(value -> !value.isBlank());
    }
}
