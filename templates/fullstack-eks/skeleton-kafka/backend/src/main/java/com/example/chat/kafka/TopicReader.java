package com.example.chat.kafka;

import com.example.chat.message.ChatMessage;
import com.example.chat.message.Position;
import com.example.chat.message.Rooms;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the whole topic, as every other replica does, and shows each message to the sessions of this one.
 *
 * <p>The consumer group is this process's own. In a shared group each message would reach one replica only, and the
 * sessions of all others would miss it. A group of one gets all partitions, and what happens otherwise is this:
 *
 * <ul>
 *   <li>Partitions are added: the group notices within {@code metadata.max.age.ms} and reads them too, from before the
 *       moment it noticed.
 *   <li>The process restarts: it has a new group, no committed offsets, and reads back as far as {@link TopicProgress}
 *       says. The old group had committed nothing and goes with its only member.
 *   <li>The process is slow: its own sessions get messages late, nobody else's. Put out of its group for being too
 *       slow, it comes back and goes on where it was.
 * </ul>
 */
@Component
class TopicReader {

    private static final Logger log = LoggerFactory.getLogger(TopicReader.class);

    private final JsonMapper json;
    private final Rooms rooms;
    private final TopicProgress progress;
    private final Counter received;

    TopicReader(JsonMapper json, Rooms rooms, TopicProgress progress, MeterRegistry metrics) {
        this.json = json;
        this.rooms = rooms;
        this.progress = progress;
        this.received = metrics.counter("chat.messages.received");
    }

    @KafkaListener(topics = "${chat.topic.name}", groupId = "${spring.application.name}-${random.uuid}")
    void read(ConsumerRecord<String, String> entry) {
        received.increment();
        try {
            var message = json.readValue(entry.value(), ChatMessage.class);
            rooms.deliver(message.at(new Position(String.valueOf(entry.partition()), entry.offset())));
        } catch (JacksonException | IllegalArgumentException e) {
            // Reading it again won't help; the messages behind it must not wait.
            log.warn("Passed over {}-{}@{}, which is no message: {}", entry.topic(), entry.partition(), entry.offset(), e.getMessage());
        }
        progress.passed(entry);
    }
}
