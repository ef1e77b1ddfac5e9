package com.example.chat.message;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.TextMessage;
import tools.jackson.databind.json.JsonMapper;

/** What a session is sent: {@code replay} once, then {@code message} after {@code message}, and {@code pong} for a ping. */
@Component
class Frames {

    static final TextMessage PONG = new TextMessage("{\"type\":\"pong\"}");

    private final JsonMapper json;

    Frames(JsonMapper json) {
        this.json = json;
    }

    private record MessageFrame(String type, ChatMessage message) {}

    private record ReplayFrame(String type, @JsonUnwrapped Replay replay) {}

    TextMessage message(ChatMessage message) {
        return new TextMessage(json.writeValueAsString(new MessageFrame("message", message)));
    }

    TextMessage replay(Replay replay) {
        return new TextMessage(json.writeValueAsString(new ReplayFrame("replay", replay)));
    }
}
