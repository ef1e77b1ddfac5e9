package com.example.chat.upload;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/** What may be uploaded, told by how the content begins. No HTML and no SVG: a browser would run their scripts. */
enum UploadType {
    PNG("image/png", "png", head -> has(head, 0, "\u0089PNG\r\n\u001a\n")),
    JPEG("image/jpeg", "jpg", head -> has(head, 0, "\u00ff\u00d8\u00ff")),
    GIF("image/gif", "gif", head -> has(head, 0, "GIF87a") || has(head, 0, "GIF89a")),
    WEBP("image/webp", "webp", head -> has(head, 0, "RIFF") && has(head, 8, "WEBP")),
    PDF("application/pdf", "pdf", head -> has(head, 0, "%PDF-"));

    /** Bytes that are enough to tell. */
    static final int HEAD = 12;

    final String contentType;
    final String extension;
    private final Predicate<byte[]> begins;

    UploadType(String contentType, String extension, Predicate<byte[]> begins) {
        this.contentType = contentType;
        this.extension = extension;
        this.begins = begins;
    }

    static Optional<UploadType> of(byte[] head) {
        return Arrays.stream(values()).filter(type -> type.begins.test(head)).findFirst();
    }

    private static boolean has(byte[] head, int at, String expected) {
        var bytes = expected.getBytes(StandardCharsets.ISO_8859_1);
        return head.length >= at + bytes.length
                && Arrays.equals(head, at, at + bytes.length, bytes, 0, bytes.length);
    }
}
