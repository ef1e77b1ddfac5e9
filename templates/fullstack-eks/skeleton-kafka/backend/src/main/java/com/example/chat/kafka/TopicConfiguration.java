package com.example.chat.kafka;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ContainerCustomizer;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

@Configuration
class TopicConfiguration {

    @Bean
    static ContainerCustomizer<Object, Object, ConcurrentMessageListenerContainer<Object, Object>> followProgress(
            TopicProgress progress) {
        return container -> container.getContainerProperties().setConsumerRebalanceListener(progress);
    }
}
