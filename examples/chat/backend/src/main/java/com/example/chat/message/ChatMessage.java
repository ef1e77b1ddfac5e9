package com.example.chat.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/**
 * A message as everyone sees it.
 *
 * @param position where it stands in its log; {@code null} until it is there
 */
public record ChatMessage(
        UUID id,
        String room,
        String author,
        String text,
        Instant sentAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) Position position) {

    public ChatMessage at(Position position) {
        return new ChatMessage(id, room, author, text, sentAt, position);
    }
}
