package com.example.chat.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.chat.ChatProperties;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RoomsTest {

    private static final int HISTORY = 3;
    private static final int ROOMS = 2;

    private final Rooms rooms = new Rooms(
            new ChatProperties(List.of("https://chat.example.com"), HISTORY, ROOMS),
            new Frames(JsonMapper.builder().build()),
            new SimpleMeterRegistry());

    @Test
    @DisplayName("delivers a message to everyone in its room and to nobody else")
    void deliversToTheRoom() {
        var general = join("general", null);
        var random = join("random", null);

        say("general", "Hello", "0-1");

        assertThat(general).last().asString().contains("\"type\":\"message\"", "Hello", "\"position\":\"0-1\"");
        assertThat(random).hasSize(1);
    }

    @Test
    @DisplayName("begins with a replay of what was missed, and with nothing that was seen")
    void replaysWhatWasMissed() {
        say("general", "seen", "0-1");
        say("general", "missed", "0-4");

        assertThat(join("general", "0-1"))
                .singleElement()
                .asString()
                .contains("\"type\":\"replay\"", "\"complete\":true", "missed")
                .doesNotContain("\"seen\"");
    }

    @Test
    @DisplayName("says so when what was missed is no longer all there")
    void tellsOfAGap() {
        for (var offset = 1; offset <= HISTORY + 2; offset++) {
            say("general", "message " + offset, "0-" + offset);
        }

        assertThat(rooms.replay("general", Position.valueOf("0-2")).complete()).isFalse();
        assertThat(rooms.replay("general", Position.valueOf("0-3")).complete()).isTrue();
        assertThat(rooms.replay("unheard-of", Position.valueOf("0-3")).complete()).isFalse();
    }

    @Test
    @DisplayName("has nothing to replay for somebody who has seen more than this replica")
    void isBehindTheClient() {
        say("general", "Hello", "0-1");

        assertThat(rooms.replay("general", Position.valueOf("0-9"))).isEqualTo(new Replay(true, List.of()));
    }

    @Test
    @DisplayName("replays all there is when the room has moved to another log")
    void replaysAfterAMove() {
        say("general", "in the old log", "0-900");
        say("general", "in the new log", "3-5");

        assertThat(rooms.replay("general", Position.valueOf("0-900")).messages())
                .extracting(ChatMessage::text)
                .containsExactly("in the new log");
        assertThat(rooms.replay("general", Position.valueOf("7-900")).complete()).isFalse();
    }

    @Test
    @DisplayName("forgets the room unused for longest, never one that somebody listens to")
    void forgetsRooms() {
        var listened = join("listened", null);
        say("first", "Hello", "0-1");
        say("second", "Hello", "0-2");

        assertThat(rooms.replay("first", null).messages()).isEmpty();
        say("listened", "still here", "0-3");
        assertThat(listened).last().asString().contains("still here");
    }

    @Test
    @DisplayName("delivers nothing to who has left")
    void forgetsListeners() {
        var heard = new ArrayList<String>();
        Listener listener = frame -> heard.add(frame.getPayload());
        rooms.join("general", null, listener);
        rooms.leave("general", listener);

        say("general", "Hello", "0-1");

        assertThat(heard).hasSize(1);
    }

    @Test
    @DisplayName("refuses a position that never came with a message")
    void refusesPositions() {
        assertThatThrownBy(() -> Position.valueOf("yesterday")).hasMessageContaining("\"yesterday\" is no position");
        assertThatThrownBy(() -> Position.valueOf("0-")).hasMessageContaining("\"0-\" is no position");
    }

    private List<String> join(String room, String lastSeen) {
        var heard = new ArrayList<String>();
        rooms.join(room, lastSeen == null ? null : Position.valueOf(lastSeen), frame -> heard.add(frame.getPayload()));
        return heard;
    }

    private void say(String room, String text, String position) {
        rooms.deliver(new ChatMessage(
                UUID.randomUUID(), room, "Ada", text, Instant.EPOCH, Position.valueOf(position)));
    }
}
