package com.example.chat;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param allowedOrigins the pages that may talk to us, such as {@code https://chat.example.com}
 * @param history how many messages of a room are kept for those who come, or come back
 * @param rooms how many rooms are kept; beyond that the one unused for longest is forgotten
 */
@Validated
@ConfigurationProperties("chat")
public record ChatProperties(@NotEmpty List<String> allowedOrigins, @Positive int history, @Positive int rooms) {}
