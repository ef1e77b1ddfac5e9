package com.example.chat.message;

import com.example.chat.ChatProperties;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Every message goes through Kafka, also to the sessions of the replica that received it. */
@Component
class MessageTopic {

    private final KafkaTemplate<String, String> kafka;
    private final JsonMapper json;
    private final String topic;
    private final RecentMessages recent;
    private final ChatSessions sessions;

    MessageTopic(
            KafkaTemplate<String, String> kafka,
            JsonMapper json,
            ChatProperties properties,
            RecentMessages recent,
            ChatSessions sessions) {
        this.kafka = kafka;
        this.json = json;
        this.topic = properties.topic();
        this.recent = recent;
        this.sessions = sessions;
    }

    /** Keyed by room, so that a room's messages keep their order. Returns when the brokers have it. */
    void send(ChatMessage message) {
        kafka.send(topic, message.room(), json.writeValueAsString(message)).join();
    }

    // A group of its own per replica: in a shared group each message would reach one replica only, and the sessions of
    // all others would miss it.
    @KafkaListener(topics = "${chat.topic}", groupId = "${spring.application.name}-${random.uuid}")
    void receive(String value) {
        var message = json.readValue(value, ChatMessage.class);
        recent.add(message);
        sessions.deliver(message.room(), value);
    }
}
