package com.example.chat.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicUrlsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "https://cdn.example.com, https://cdn.example.com/uploads/name.png",
        "https://cdn.example.com/, https://cdn.example.com/uploads/name.png",
        "http://localhost:9090/bucket, http://localhost:9090/bucket/uploads/name.png",
    })
    @DisplayName("are the object's key below the bucket's public address")
    void areBelowTheBase(URI base, URI expected) {
        assertThat(new PublicUrls(new PublicUrls.Base(base)).of("name.png")).isEqualTo(expected);
    }
}
