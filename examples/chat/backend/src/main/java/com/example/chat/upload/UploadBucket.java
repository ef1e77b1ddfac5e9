package com.example.chat.upload;

import java.io.InputStream;
import java.util.UUID;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Uploaded files, under keys of ours: a client's file name never becomes part of one. */
@Component
class UploadBucket {

    private final S3Client s3;
    private final String bucket;

    UploadBucket(S3Client s3, UploadProperties properties) {
        this.s3 = s3;
        this.bucket = properties.bucket();
    }

    static String key(String name) {
        return "uploads/" + name;
    }

    /** Passes the content on as it comes, without keeping it in memory or on disk. Returns the object's name. */
    String store(UploadType type, InputStream content, long size) {
        var name = "%s.%s".formatted(UUID.randomUUID(), type.extension);
        s3.putObject(
                request -> request.bucket(bucket).key(key(name)).contentType(type.contentType),
                RequestBody.fromInputStream(content, size));
        return name;
    }
}
