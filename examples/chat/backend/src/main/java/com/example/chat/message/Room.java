package com.example.chat.message;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The last messages of a room and those who listen to it. Guarded by {@link Rooms}. */
final class Room {

    private final Deque<ChatMessage> recent = new ArrayDeque<>();
    private final Set<Listener> listeners = new HashSet<>();
    private final int history;

    Room(int history) {
        this.history = history;
    }

    void add(ChatMessage message) {
        if (recent.size() == history) {
            recent.removeFirst();
        }
        recent.addLast(message);
    }

    /** Complete if the last message seen, or an older one, is still here: then nothing between has been forgotten. */
    Replay replay(Position lastSeen) {
        if (lastSeen == null) {
            return new Replay(true, List.copyOf(recent));
        }
        var missed = recent.stream()
                .filter(message -> message.position().isAfter(lastSeen))
                .toList();
        return new Replay(missed.size() < recent.size(), missed);
    }

    Set<Listener> listeners() {
        return listeners;
    }
}
