package com.example.chat.upload;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * @param bucket where uploads are kept
 * @param maxSize of one file
 * @param endpoint of something else that speaks S3; empty for Amazon's
 */
@Validated
@ConfigurationProperties("chat.upload")
record UploadProperties(
        @NotBlank String bucket, @NotBlank String region, @NotNull DataSize maxSize, String endpoint) {

    boolean hasEndpoint() {
        return endpoint != null && !endpoint.isBlank();
    }
}
