package com.example.chat.message;

import com.example.chat.ChatProperties;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The last messages of each room that this replica has seen since it started. */
@Component
class RecentMessages {

    private final Map<String, Deque<ChatMessage>> rooms = new ConcurrentHashMap<>();
    private final int limit;

    RecentMessages(ChatProperties properties) {
        this.limit = properties.history();
    }

    void add(ChatMessage message) {
        rooms.compute(message.room(), (room, known) -> {
            var messages = known == null ? new ArrayDeque<ChatMessage>() : new ArrayDeque<>(known);
            messages.addLast(message);
            if (messages.size() > limit) {
                messages.removeFirst();
            }
            return messages;
        });
    }

    List<ChatMessage> in(String room) {
        return List.copyOf(rooms.getOrDefault(room, new ArrayDeque<>()));
    }
}
