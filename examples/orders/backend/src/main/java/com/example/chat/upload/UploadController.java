package com.example.chat.upload;

import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/uploads")
class UploadController {

    private final UploadBucket bucket;

    UploadController(UploadBucket bucket) {
        this.bucket = bucket;
    }

    record Uploaded(String url) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Uploaded upload(@RequestParam MultipartFile file) throws IOException {
        var type = UploadType.of(file.getContentType());
        return new Uploaded(bucket.store(type, file.getInputStream(), file.getSize()));
    }
}
