package com.example.chat.upload;

import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

@Configuration
class S3Configuration {

    /** Credentials come from the default chain: Pod Identity on EKS, a profile on a laptop. */
    @Bean
    static S3Client s3(UploadProperties properties) {
        var builder = S3Client.builder().region(Region.of(properties.region()));
        if (properties.hasEndpoint()) {
            builder.endpointOverride(URI.create(properties.endpoint())).forcePathStyle(true);
        }
        return builder.build();
    }
}
