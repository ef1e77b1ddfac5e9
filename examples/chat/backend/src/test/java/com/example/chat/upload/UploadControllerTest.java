package com.example.chat.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;

import com.example.chat.ChatProperties;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Uploads to something that speaks S3 over HTTP, and reads back what is there. */
@WebMvcTest(UploadController.class)
@Import({UploadBucket.class, S3Configuration.class})
@EnableConfigurationProperties({ChatProperties.class, UploadProperties.class})
class UploadControllerTest {

    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static S3Server server;

    @Autowired
    private MockMvcTester web;

    @Autowired
    private S3Client s3;

    @MockitoBean
    private UploadUrls urls;

    @BeforeAll
    static void start() throws Exception {
        server = S3Server.start();
        System.setProperty("aws.accessKeyId", "any");
        System.setProperty("aws.secretAccessKey", "any");
    }

    @AfterAll
    static void stop() {
        server.close();
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("chat.upload.endpoint", server::address);
        settings.add("chat.upload.bucket", () -> S3Server.BUCKET);
        settings.add("chat.upload.max-size", () -> "1KB");
    }

    @BeforeEach
    void giveAddresses() {
        given(urls.of(anyString()))
                .willAnswer(call -> URI.create("https://bucket.example.com/" + call.<String>getArgument(0)));
    }

    @Test
    @DisplayName("stores a file under a name of ours, as what it is, and tells its address")
    void stores() {
        var answer = upload(PNG, "text/html");

        assertThat(answer).hasStatus(HttpStatus.CREATED);
        var key = onlyObject().key();
        assertThat(key).matches("uploads/[0-9a-f-]{36}\\.png");
        var name = key.substring("uploads/".length());
        assertThat(answer)
                .bodyJson()
                .isEqualTo("{\"name\":\"%s\",\"url\":\"https://bucket.example.com/%s\"}".formatted(name, name));
        var stored = s3.getObjectAsBytes(get -> get.bucket(S3Server.BUCKET).key(key));
        assertThat(stored.asByteArray()).isEqualTo(PNG);
        assertThat(stored.response().contentType()).isEqualTo("image/png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "<svg xmlns='http://www.w3.org/2000/svg'/>", "RIFFxxxxWAVE", "x", ""})
    @DisplayName("refuses what is no image and no PDF, whatever it claims to be")
    void refusesOtherTypes(String content) {
        assertThat(upload(content.getBytes(StandardCharsets.UTF_8), "image/png"))
                .hasStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        assertThat(objects()).isEmpty();
    }

    @Test
    @DisplayName("refuses a file that is too large")
    void refusesLargeFiles() {
        var answer = upload(Arrays.copyOf(PNG, 1025), "image/png");

        assertThat(answer).hasStatus(HttpStatus.CONTENT_TOO_LARGE);
        assertThat(objects()).isEmpty();
        assertThat(upload(Arrays.copyOf(PNG, 1024), "image/png")).hasStatus(HttpStatus.CREATED);
    }

    @Test
    @DisplayName("says so when the bucket can't be written to")
    void tellsOfFailure() {
        s3.deleteBucket(delete -> delete.bucket(S3Server.BUCKET));
        try {
            var answer = upload(PNG, "image/png");
            assertThat(answer).hasStatus(HttpStatus.SERVICE_UNAVAILABLE);
            assertThat(answer).bodyText().contains("Upload it again").doesNotContain("NoSuchBucket");
        } finally {
            s3.createBucket(create -> create.bucket(S3Server.BUCKET));
        }
    }

    @Test
    @DisplayName("leads from the name of an object to its address")
    void leadsToTheObject() {
        var name = "0b9f4a6e-8a3e-4c0e-9a35-6d6f1c1a2b3c.png";

        assertThat(web.get().uri("/api/uploads/" + name))
                .hasStatus(HttpStatus.FOUND)
                .hasHeader("Location", "https://bucket.example.com/" + name);
        assertThat(web.get().uri("/api/uploads/secrets.yaml")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @BeforeEach
    void empty() {
        objects().forEach(object -> s3.deleteObject(delete -> delete.bucket(S3Server.BUCKET).key(object.key())));
    }

    private MvcTestResult upload(byte[] content, String claimedType) {
        return web.post()
                .uri("/api/uploads")
                .header("Content-Type", claimedType)
                .content(content)
                .exchange();
    }

    private List<S3Object> objects() {
        return s3.listObjectsV2(list -> list.bucket(S3Server.BUCKET)).contents();
    }

    private S3Object onlyObject() {
        assertThat(objects()).hasSize(1);
        return objects().getFirst();
    }
}
