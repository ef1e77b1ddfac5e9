package com.example.chat.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.assertArg;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;

import com.example.chat.ChatProperties;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import tools.jackson.databind.json.JsonMapper;

@Timeout(10)
class ChatSocketTest {

    private static final int IN_TIME_MS = 5_000;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Rooms rooms = new Rooms(
            new ChatProperties(List.of("https://chat.example.com"), 10, 10),
            new Frames(JsonMapper.builder().build()),
            metrics);
    private final ChatSocket socket = new ChatSocket(rooms, metrics);

    @BeforeEach
    void start() {
        socket.start();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/ws", "/ws?room=", "/ws?room=general&since=yesterday"})
    @DisplayName("closes a session whose address says nothing useful")
    void refusesAddresses(String address) throws Exception {
        var session = connect("1", address);

        then(session)
                .should()
                .close(argThat(status -> status.getCode() == CloseStatus.POLICY_VIOLATION.getCode()
                        && status.getReason() != null));
    }

    @Test
    @DisplayName("answers a ping")
    void answersPings() throws Exception {
        var session = connect("1", "/ws?room=general");

        socket.handleTextMessage(session, new TextMessage("ping"));

        then(session).should(timeout(IN_TIME_MS)).sendMessage(Frames.PONG);
    }

    @Test
    @DisplayName("counts the sessions that are open")
    void countsSessions() throws Exception {
        var session = connect("1", "/ws?room=general");
        assertThat(metrics.get("chat.sessions").gauge().value()).isEqualTo(1);

        socket.afterConnectionClosed(session, CloseStatus.NORMAL);
        assertThat(metrics.get("chat.sessions").gauge().value()).isZero();
    }

    @Test
    @DisplayName("sends its sessions to another replica before it stops, and takes no new ones")
    void drains() throws Exception {
        var session = connect("1", "/ws?room=general");
        willAnswer(call -> {
                    socket.afterConnectionClosed(session, call.getArgument(0));
                    return null;
                })
                .given(session)
                .close(CloseStatus.SERVICE_RESTARTED);

        socket.stop();
        assertThat(metrics.get("chat.sessions").gauge().value()).isZero();

        var late = connect("2", "/ws?room=general");
        then(late).should(timeout(IN_TIME_MS)).close(assertArg(status -> assertThat(status.getCode())
                .isEqualTo(1012)));
    }

    private WebSocketSession connect(String id, String address) throws IOException {
        var session = mock(WebSocketSession.class);
        given(session.getId()).willReturn(id);
        given(session.getUri()).willReturn(URI.create(address));
        socket.afterConnectionEstablished(session);
        return session;
    }
}
