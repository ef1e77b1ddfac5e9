package com.example.chat.upload;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.util.UriComponentsBuilder;

/** Everybody may read {@code uploads/} of the bucket, or a CDN before it; the names can't be guessed. */
@Component
class PublicUrls implements UploadUrls {

    private final URI base;

    PublicUrls(Base base) {
        this.base = base.publicUrl();
    }

    @Validated
    @ConfigurationProperties("chat.upload")
    record Base(@NotNull URI publicUrl) {}

    @Override
    public URI of(String name) {
        return UriComponentsBuilder.fromUri(base)
                .pathSegment(UploadBucket.key(name).split("/"))
                .build()
                .toUri();
    }
}
