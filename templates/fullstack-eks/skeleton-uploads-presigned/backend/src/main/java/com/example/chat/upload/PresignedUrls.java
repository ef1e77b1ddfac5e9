package com.example.chat.upload;

import java.net.URI;
import java.time.Duration;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The bucket is private. Whoever has an address may read that one object, for as long as the address lives. */
@Component
class PresignedUrls implements UploadUrls, DisposableBean {

    private final S3Presigner presigner;
    private final UploadProperties properties;
    private final Duration lifetime;

    PresignedUrls(UploadProperties properties, Lifetime lifetime) {
        this.properties = properties;
        this.lifetime = lifetime.urlLifetime();
        var builder = S3Presigner.builder().region(Region.of(properties.region()));
        if (properties.hasEndpoint()) {
            builder.endpointOverride(URI.create(properties.endpoint()))
                    .serviceConfiguration(S3Configuration.builder()
                            .pathStyleAccessEnabled(true)
                            .build());
        }
        this.presigner = builder.build();
    }

    /** @param urlLifetime no longer than the pod's credentials, which are changed every few hours */
    @ConfigurationProperties("chat.upload")
    record Lifetime(@DefaultValue("10m") Duration urlLifetime) {}

    @Override
    public URI of(String name) {
        var presigned = presigner.presignGetObject(request -> request.signatureDuration(lifetime)
                .getObjectRequest(get -> get.bucket(properties.bucket()).key(UploadBucket.key(name))));
        return URI.create(presigned.url().toString());
    }

    @Override
    public void destroy() {
        presigner.close();
    }
}
