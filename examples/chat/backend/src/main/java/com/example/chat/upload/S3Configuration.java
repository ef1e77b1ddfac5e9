package com.example.chat.upload;

import com.example.chat.ChatProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

@Configuration
class S3Configuration {

    /** Credentials come from the default chain: Pod Identity on EKS, a profile on a laptop. */
    @Bean(destroyMethod = "close")
    S3Client s3(ChatProperties properties) {
        return S3Client.builder().region(Region.of(properties.upload().region())).build();
    }
}
