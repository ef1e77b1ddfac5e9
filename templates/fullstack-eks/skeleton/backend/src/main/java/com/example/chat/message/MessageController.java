package com.example.chat.message;

import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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

    private final MessageTopic topic;
    private final RecentMessages recent;

    MessageController(MessageTopic topic, RecentMessages recent) {
        this.topic = topic;
        this.recent = recent;
    }

    /** Accepted, not delivered: it reaches everyone, the sender too, through the topic. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    ChatMessage send(@Valid @RequestBody NewMessage message) {
        var accepted = new ChatMessage(
                UUID.randomUUID().toString(), message.room(), message.author(), message.text(), Instant.now());
        topic.send(accepted);
        return accepted;
    }

    @GetMapping
    List<ChatMessage> recent(@RequestParam String room) {
        return recent.in(room);
    }
}
