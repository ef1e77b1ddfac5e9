package com.example.chat.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.stereotype.Component;

/** Where this replica begins to read, where it goes on, and whether it has caught up with what was there when it began. */
@Component
class TopicProgress implements ConsumerAwareRebalanceListener {

    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final Map<TopicPartition, Long> goals = new HashMap<>();
    private final Set<TopicPartition> assigned = new HashSet<>();
    private final long replay;

    TopicProgress(TopicProperties properties) {
        this.replay = properties.replay();
    }

    /** A partition read before goes on where it was; another one begins so far back that sessions can resume here. */
    @Override
    public synchronized void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        var begins = consumer.beginningOffsets(partitions);
        var ends = consumer.endOffsets(partitions);
        for (var partition : partitions) {
            var from = next.computeIfAbsent(
                    partition, unread -> Math.max(begins.get(unread), ends.get(unread) - replay));
            consumer.seek(partition, from);
            goals.put(partition, ends.get(partition));
            assigned.add(partition);
        }
    }

    @Override
    public synchronized void onPartitionsRevokedAfterCommit(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(assigned::remove);
    }

    @Override
    public synchronized void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(assigned::remove);
    }

    synchronized void passed(ConsumerRecord<?, ?> entry) {
        next.put(new TopicPartition(entry.topic(), entry.partition()), entry.offset() + 1);
    }

    /** Offsets without a record, such as the marks of transactions, are passed without our seeing them. */
    @EventListener
    synchronized void caughtUp(ListenerContainerIdleEvent event) {
        assigned.forEach(partition -> next.put(partition, event.getConsumer().position(partition)));
    }

    synchronized int partitions() {
        return assigned.size();
    }

    /** Records between here and what was the end when the partitions were assigned. */
    synchronized long behind() {
        return assigned.stream()
                .mapToLong(partition -> Math.max(0, goals.get(partition) - next.get(partition)))
                .sum();
    }
}
