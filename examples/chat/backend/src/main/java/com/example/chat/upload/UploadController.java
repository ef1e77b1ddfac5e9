package com.example.chat.upload;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.net.URI;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import software.amazon.awssdk.core.exception.SdkException;

@RestController
@RequestMapping("/api/uploads")
class UploadController {

    private static final Logger log = LoggerFactory.getLogger(UploadController.class);
    /** Shorter than an address lives. */
    private static final CacheControl KEPT_BY_BROWSERS =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePrivate();

    private final UploadBucket bucket;
    private final UploadUrls urls;
    private final UploadProperties properties;

    UploadController(UploadBucket bucket, UploadUrls urls, UploadProperties properties) {
        this.bucket = bucket;
        this.urls = urls;
        this.properties = properties;
    }

    /**
     * @param name stays: {@code GET /api/uploads/<name>} leads to the object for as long as it exists
     * @param url of the object itself
     */
    record Uploaded(String name, URI url) {}

    /** The body is the file. What it is called and what it claims to be isn't asked. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Uploaded upload(HttpServletRequest request) throws IOException {
        var size = acceptable(request.getContentLengthLong());
        var content = request.getInputStream();
        var head = content.readNBytes(UploadType.HEAD);
        var type = UploadType.of(head)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Upload a PNG, JPEG, GIF or WebP image, or a PDF."));
        var name = bucket.store(type, new SequenceInputStream(new ByteArrayInputStream(head), content), size);
        return new Uploaded(name, urls.of(name));
    }

    @GetMapping("/{name:[0-9a-f-]{36}\\.[a-z]{3,4}}")
    ResponseEntity<Void> show(@PathVariable String name) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(urls.of(name))
                .cacheControl(KEPT_BY_BROWSERS)
                .build();
    }

    private long acceptable(long size) {
        if (size < 0) {
            throw new ResponseStatusException(HttpStatus.LENGTH_REQUIRED, "Say how long the file is: Content-Length.");
        }
        if (size > properties.maxSize().toBytes()) {
            throw new ResponseStatusException(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "The file is larger than %d MB.".formatted(properties.maxSize().toMegabytes()));
        }
        return size;
    }

    @ExceptionHandler
    ProblemDetail notStored(SdkException e) {
        log.error("An upload could not be stored", e);
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "The file could not be stored. Upload it again.");
    }
}
