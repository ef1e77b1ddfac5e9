package com.example.chat.local;

import com.example.chat.message.ChatMessage;
import com.example.chat.message.MessageLog;
import com.example.chat.message.Position;
import com.example.chat.message.Rooms;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Messages stay in this process: right for one replica, wrong for two. Sessions on another replica would see nothing of
 * what is said here, and a restart forgets all of it. To run more, put a log that all replicas read behind
 * {@link MessageLog}.
 */
@Component
class LocalLog implements MessageLog {

    /** A new one after each restart: the offsets begin again, and positions from before must not look as if seen. */
    private final String name = UUID.randomUUID().toString();

    private final Rooms rooms;
    private long next;

    LocalLog(Rooms rooms) {
        this.rooms = rooms;
    }

    @Override
    public synchronized void send(ChatMessage message) {
        rooms.deliver(message.at(new Position(name, next++)));
    }
}
