package com.example.chat.kafka;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Part of readiness: sessions come to a replica that reads the topic and has what they may have missed.
 *
 * <p>Brokers that are lost later don't make it unready. They are lost to every replica, and all of them leaving the load
 * balancer would end the sessions without helping one; sending then fails with 503.
 */
@Component("topic")
class TopicHealth implements HealthIndicator {

    private final TopicProgress progress;
    private final String topic;

    TopicHealth(TopicProgress progress, TopicProperties properties) {
        this.progress = progress;
        this.topic = properties.name();
    }

    @Override
    public Health health() {
        var health = progress.partitions() > 0 && progress.behind() == 0 ? Health.up() : Health.outOfService();
        return health.withDetail("topic", topic)
                .withDetail("partitions", progress.partitions())
                .withDetail("behind", progress.behind())
                .build();
    }
}
