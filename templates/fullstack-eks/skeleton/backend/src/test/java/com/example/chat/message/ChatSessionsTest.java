package com.example.chat.message;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

class ChatSessionsTest {

    private final ChatSessions sessions = new ChatSessions();

    @Test
    @DisplayName("delivers a message to every session of its room and to no other")
    void deliversToTheRoom() throws Exception {
        var first = connect("1", "/ws?room=general");
        var second = connect("2", "/ws?room=general");
        var other = connect("3", "/ws?room=random");

        sessions.deliver("general", "{}");

        then(first).should().sendMessage(new TextMessage("{}"));
        then(second).should().sendMessage(new TextMessage("{}"));
        then(other).should(never()).sendMessage(any());
    }

    @Test
    @DisplayName("goes on with the others when one session is broken")
    void survivesABrokenSession() throws Exception {
        var broken = connect("1", "/ws?room=general");
        var healthy = connect("2", "/ws?room=general");
        willThrow(new IOException("gone")).given(broken).sendMessage(any());

        sessions.deliver("general", "{}");
        sessions.deliver("general", "{}");

        then(broken).should(times(1)).sendMessage(any());
        then(healthy).should(times(2)).sendMessage(any());
    }

    @Test
    @DisplayName("closes a session that names no room")
    void refusesASessionWithoutRoom() throws Exception {
        var session = connect("1", "/ws");

        then(session).should().close(any(CloseStatus.class));
    }

    private WebSocketSession connect(String id, String uri) throws IOException {
        var session = mock(WebSocketSession.class);
        given(session.getId()).willReturn(id);
        given(session.getUri()).willReturn(URI.create(uri));
        given(session.isOpen()).willReturn(true);
        sessions.afterConnectionEstablished(session);
        return session;
    }
}
