package com.example.chat.kafka;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param name the topic that all messages go through
 * @param replay how many records of each partition a replica reads back when it starts
 */
@Validated
@ConfigurationProperties("chat.topic")
record TopicProperties(@NotBlank String name, @Positive long replay) {}
