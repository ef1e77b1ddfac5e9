package com.example.chat.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How far somebody has read, written {@code log-offset}. Clients hand it back as they got it.
 *
 * <p>A room stays in one log and its offsets grow. It moves only when logs are added; then nothing is known to have been
 * seen, and the clients tell by its id what they have already.
 */
public record Position(String log, long offset) {

    @JsonCreator
    public static Position valueOf(String text) {
        var dash = text.lastIndexOf('-');
        try {
            return new Position(text.substring(0, dash), Long.parseLong(text.substring(dash + 1)));
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new IllegalArgumentException("\"%s\" is no position: use one that came with a message".formatted(text), e);
        }
    }

    boolean isAfter(Position other) {
        return !log.equals(other.log) || offset > other.offset;
    }

    @Override
    @JsonValue
    public String toString() {
        return log + "-" + offset;
    }
}
