package com.example.chat.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadTypeTest {

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "89504e470d0a1a0a0000000d, PNG",
        "ffd8ffe000104a4649460001, JPEG",
        "474946383761010001008000, GIF",
        "474946383961010001008000, GIF",
        "524946462400000057454250, WEBP",
        "255044462d312e370a25e2e3, PDF",
    })
    @DisplayName("is told by the first bytes")
    void isTold(String head, UploadType type) {
        assertThat(UploadType.of(HexFormat.of().parseHex(head))).contains(type);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"89504e47", "524946462400000057415645", "3c21444f4354595045206874", "''"})
    @DisplayName("is unknown for anything else")
    void isUnknown(String head) {
        assertThat(UploadType.of(HexFormat.of().parseHex(head))).isEmpty();
    }
}
