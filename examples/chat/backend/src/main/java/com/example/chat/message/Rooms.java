package com.example.chat.message;

import com.example.chat.ChatProperties;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The rooms as this replica knows them.
 *
 * <p>One lock for all: joining takes the replay and starts listening in one step, so that no message falls between the two
 * and none comes twice. Nothing under the lock waits for a network.
 */
@Component
public class Rooms {

    private final Map<String, Room> rooms = new LinkedHashMap<>(16, 0.75f, true);
    private final ChatProperties properties;
    private final Frames frames;
    private final Counter delivered;

    Rooms(ChatProperties properties, Frames frames, MeterRegistry metrics) {
        this.properties = properties;
        this.frames = frames;
        this.delivered = metrics.counter("chat.messages.delivered");
    }

    /** Shows a message to everyone who listens to its room here. Its position must be set. */
    public synchronized void deliver(ChatMessage message) {
        var room = named(message.room());
        room.add(message);
        if (room.listeners().isEmpty()) {
            return;
        }
        var frame = frames.message(message);
        room.listeners().forEach(listener -> listener.hear(frame));
        delivered.increment(room.listeners().size());
    }

    /** Listens to a room, beginning with what was missed since {@code lastSeen}; {@code null} for a first visit. */
    synchronized void join(String name, Position lastSeen, Listener listener) {
        var room = named(name);
        listener.hear(frames.replay(room.replay(lastSeen)));
        room.listeners().add(listener);
    }

    synchronized void leave(String name, Listener listener) {
        var room = rooms.get(name);
        if (room != null) {
            room.listeners().remove(listener);
        }
    }

    synchronized Replay replay(String name, Position lastSeen) {
        return named(name).replay(lastSeen);
    }

    private Room named(String name) {
        var room = rooms.computeIfAbsent(name, unknown -> new Room(properties.history()));
        if (rooms.size() > properties.rooms()) {
            forgetOne(room);
        }
        return room;
    }

    private void forgetOne(Room kept) {
        var longestUnused = rooms.values().iterator();
        while (longestUnused.hasNext()) {
            var room = longestUnused.next();
            if (room != kept && room.listeners().isEmpty()) {
                longestUnused.remove();
                return;
            }
        }
    }
}
