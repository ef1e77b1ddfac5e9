package com.example.chat.message;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

@Timeout(10)
class ChatSessionTest {

    private static final int IN_TIME_MS = 5_000;

    private final WebSocketSession socket = mock(WebSocketSession.class);
    private final AtomicInteger dropped = new AtomicInteger();

    private ChatSession session() {
        given(socket.getId()).willReturn("1");
        return new ChatSession(socket, dropped::incrementAndGet);
    }

    @Test
    @DisplayName("writes what it hears in order, then closes")
    void writesThenCloses() throws Exception {
        var session = session();
        session.hear(new TextMessage("first"));
        session.hear(new TextMessage("second"));
        session.close(CloseStatus.SERVICE_RESTARTED);
        session.hear(new TextMessage("too late"));

        then(socket).should(timeout(IN_TIME_MS)).close(CloseStatus.SERVICE_RESTARTED);
        var written = inOrder(socket);
        written.verify(socket).sendMessage(new TextMessage("first"));
        written.verify(socket).sendMessage(new TextMessage("second"));
        written.verify(socket).close(CloseStatus.SERVICE_RESTARTED);
        written.verifyNoMoreInteractions();
    }

    @Test
    @DisplayName("never waits for a browser that reads slowly, and drops it in the end")
    void dropsSlowReaders() throws Exception {
        var reading = new CountDownLatch(1);
        willAnswer(call -> {
                    reading.await();
                    return null;
                })
                .given(socket)
                .sendMessage(any());
        var session = session();

        // One is being written, QUEUE wait, one is too many.
        for (var i = 0; i < ChatSession.QUEUE + 2; i++) {
            session.hear(new TextMessage("message"));
        }

        assertThat(dropped).hasValue(1);
        reading.countDown();
        then(socket).should(timeout(IN_TIME_MS)).close(ChatSession.TOO_SLOW);
    }

    @Test
    @DisplayName("closes a socket that can't be written to, and ends quietly")
    void survivesABrokenSocket() throws Exception {
        var attempts = new AtomicInteger();
        willAnswer(call -> {
                    attempts.incrementAndGet();
                    throw new IOException("Broken pipe");
                })
                .given(socket)
                .sendMessage(any());
        willThrow(new IOException("Broken pipe")).given(socket).close(any());
        var session = session();

        session.hear(new TextMessage("lost"));
        await().atMost(5, SECONDS).untilAtomic(attempts, is(1));
        session.hear(new TextMessage("not even tried"));

        then(socket).should(timeout(IN_TIME_MS)).close(any());
        await().during(Duration.ofMillis(200)).untilAtomic(attempts, is(1));
    }
}
