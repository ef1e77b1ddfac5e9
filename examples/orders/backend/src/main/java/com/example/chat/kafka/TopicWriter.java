package com.example.chat.kafka;

import com.example.chat.message.ChatMessage;
import com.example.chat.message.MessageLog;
import com.example.chat.message.MessageNotSentException;
import java.util.concurrent.ExecutionException;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Every message goes through the topic, also to the sessions of the replica that took it. */
@Component
class TopicWriter implements MessageLog {

    private final KafkaTemplate<String, String> kafka;
    private final JsonMapper json;
    private final String topic;

    TopicWriter(KafkaTemplate<String, String> kafka, JsonMapper json, TopicProperties properties) {
        this.kafka = kafka;
        this.json = json;
        this.topic = properties.name();
    }

    /** Keyed by room: a room has one partition, in which its messages keep their order. */
    @Override
    public void send(ChatMessage message) {
        try {
            // How long this takes at most is the producer's delivery.timeout.ms.
            kafka.send(topic, message.room(), json.writeValueAsString(message)).get();
        } catch (ExecutionException | KafkaException e) {
            throw new MessageNotSentException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MessageNotSentException(e);
        }
    }
}
