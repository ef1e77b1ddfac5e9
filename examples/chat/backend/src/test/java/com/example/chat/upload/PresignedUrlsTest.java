package com.example.chat.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class PresignedUrlsTest {

    @BeforeEach
    void provideCredentials() {
        System.setProperty("aws.accessKeyId", "any");
        System.setProperty("aws.secretAccessKey", "any");
    }

    @AfterEach
    void removeCredentials() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    @Test
    @DisplayName("are signed for one object and a short time")
    void areSigned() {
        var urls = urls(new UploadProperties("chat-uploads", "eu-west-1", DataSize.ofMegabytes(1), ""));

        var url = urls.of("name.png");

        assertThat(url).hasHost("chat-uploads.s3.eu-west-1.amazonaws.com").hasPath("/uploads/name.png");
        assertThat(url).hasParameter("X-Amz-Expires", "600").hasParameter("X-Amz-Signature");
        urls.destroy();
    }

    @Test
    @DisplayName("lead to the object that was stored")
    void leadToTheObject() throws Exception {
        try (var server = S3Server.start()) {
            var properties = new UploadProperties(
                    S3Server.BUCKET, "eu-west-1", DataSize.ofMegabytes(1), server.address().toString());
            var urls = urls(properties);
            String name;
            try (var s3 = S3Configuration.s3(properties)) {
                var content = "content".getBytes();
                name = new UploadBucket(s3, properties)
                        .store(UploadType.PDF, new ByteArrayInputStream(content), content.length);
            }

            var answer = get(urls.of(name));

            assertThat(answer.body()).isEqualTo("content");
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
            urls.destroy();
        }
    }

    private static PresignedUrls urls(UploadProperties properties) {
        return new PresignedUrls(properties, new PresignedUrls.Lifetime(Duration.ofMinutes(10)));
    }

    private static HttpResponse<String> get(URI url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString());
    }
}
