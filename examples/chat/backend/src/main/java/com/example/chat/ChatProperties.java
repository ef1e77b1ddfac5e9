package com.example.chat;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** What differs between environments; all of it comes from the pod's environment variables. */
@Validated
@ConfigurationProperties("chat")
public record ChatProperties(
        @NotBlank String topic, @NotEmpty List<String> allowedOrigins, @Positive int history, Upload upload) {

    /** Without a bucket uploads are refused. */
    public record Upload(String bucket, @NotBlank String region) {}
}
