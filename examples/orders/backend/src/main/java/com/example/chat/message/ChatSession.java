package com.example.chat.message;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/**
 * One browser's WebSocket, with a queue and a virtual thread of its own: writing to a socket waits for its reader, and
 * one slow reader must hold up nobody else.
 */
final class ChatSession implements Listener {

    static final int QUEUE = 256;
    /** 1013: the browser reads too slowly. It connects again and gets what it missed. */
    static final CloseStatus TOO_SLOW = CloseStatus.SERVICE_OVERLOAD.withReason("reading too slowly");

    private static final Logger log = LoggerFactory.getLogger(ChatSession.class);
    private static final TextMessage END = new TextMessage("");

    private final BlockingQueue<TextMessage> waiting = new ArrayBlockingQueue<>(QUEUE);
    private final WebSocketSession session;
    private final Runnable onTooSlow;
    private CloseStatus ending;

    ChatSession(WebSocketSession session, Runnable onTooSlow) {
        this.session = session;
        this.onTooSlow = onTooSlow;
        Thread.ofVirtual().name("session-" + session.getId()).start(this::write);
    }

    @Override
    public synchronized void hear(TextMessage frame) {
        if (ending == null && !waiting.offer(frame)) {
            waiting.clear();
            close(TOO_SLOW);
            onTooSlow.run();
        }
    }

    /** Closes the socket after what is waiting has been written. */
    synchronized void close(CloseStatus status) {
        if (ending != null) {
            return;
        }
        ending = status;
        if (!waiting.offer(END)) {
            waiting.clear();
            waiting.add(END);
        }
    }

    private void write() {
        try {
            for (var frame = waiting.take(); frame != END; frame = waiting.take()) {
                session.sendMessage(frame);
            }
            session.close(endingStatus());
        } catch (IOException | IllegalStateException e) {
            log.debug("Session {} is gone: {}", session.getId(), e.getMessage());
            close(CloseStatus.SESSION_NOT_RELIABLE);
            closeWhatIsLeft();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nobody writes any more: a socket that stayed open would look alive to its browser and stay silent. */
    private void closeWhatIsLeft() {
        try {
            session.close(CloseStatus.SESSION_NOT_RELIABLE);
        } catch (IOException | IllegalStateException e) {
            log.debug("Session {} was closed already: {}", session.getId(), e.getMessage());
        }
    }

    private synchronized CloseStatus endingStatus() {
        return ending;
    }
}
