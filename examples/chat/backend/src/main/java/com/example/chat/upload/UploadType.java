package com.example.chat.upload;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** What may be uploaded. HTML and SVG may not: a browser would run their scripts. */
enum UploadType {
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg"),
    GIF("image/gif", "gif"),
    WEBP("image/webp", "webp"),
    PDF("application/pdf", "pdf"),
    TEXT("text/plain", "txt");

    final String contentType;
    final String extension;

    UploadType(String contentType, String extension) {
        this.contentType = contentType;
        this.extension = extension;
    }

    static UploadType of(String contentType) {
        return Arrays.stream(values())
                .filter(type -> type.contentType.equals(contentType))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "file: %s is not accepted; upload one of %s".formatted(contentType, accepted())));
    }

    private static String accepted() {
        return Arrays.stream(values()).map(type -> type.contentType).collect(Collectors.joining(", "));
    }
}
