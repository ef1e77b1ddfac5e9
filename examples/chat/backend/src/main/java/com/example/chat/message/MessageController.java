package com.example.chat.message;

import jakarta.validation.Valid;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/messages")
class MessageController {

    private final MessageLog log;
    private final Rooms rooms;

    MessageController(MessageLog log, Rooms rooms) {
        this.log = log;
        this.rooms = rooms;
    }

    /** Accepted, not delivered: it reaches everyone, the sender too, through the log. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    ChatMessage send(@Valid @RequestBody NewMessage message) {
        var accepted = new ChatMessage(
                message.id(), message.room(), message.author(), message.text(), Instant.now(), null);
        log.send(accepted);
        return accepted;
    }

    /** For clients without a WebSocket: what is new since the position, as {@code 2-41}, of the last message seen. */
    @GetMapping
    Replay read(@RequestParam String room, @RequestParam(required = false) Position since) {
        return rooms.replay(room, since);
    }
}
