package com.example.chat.upload;

import com.example.chat.ChatProperties;
import java.io.InputStream;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Uploaded files, under keys of ours: a client's file name never becomes part of one. */
@Component
class UploadBucket {

    private final S3Client s3;
    private final ChatProperties.Upload properties;

    UploadBucket(S3Client s3, ChatProperties properties) {
        this.s3 = s3;
        this.properties = properties.upload();
    }

    /** Stores the file and returns its address. */
    String store(UploadType type, InputStream content, long size) {
        if (properties.bucket() == null || properties.bucket().isBlank()) {
            throw new ResponseStatusException(
                    HttpStatus.SERVICE_UNAVAILABLE, "uploads are off: set UPLOAD_BUCKET to the bucket's name");
        }
        var key = "uploads/%s.%s".formatted(UUID.randomUUID(), type.extension);
        s3.putObject(
                request -> request.bucket(properties.bucket()).key(key).contentType(type.contentType),
                RequestBody.fromInputStream(content, size));
        return s3.utilities()
                .getUrl(request -> request.bucket(properties.bucket()).key(key))
                .toString();
    }
}
