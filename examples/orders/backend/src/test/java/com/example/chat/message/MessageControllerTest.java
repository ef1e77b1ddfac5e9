package com.example.chat.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.assertArg;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.never;

import com.example.chat.ChatProperties;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebMvcTest(MessageController.class)
@EnableConfigurationProperties(ChatProperties.class)
class MessageControllerTest {

    private static final String ID = "0b9f4a6e-8a3e-4c0e-9a35-6d6f1c1a2b3c";

    @Autowired
    private MockMvcTester web;

    @MockitoBean
    private MessageLog log;

    @MockitoBean
    private Rooms rooms;

    @Test
    @DisplayName("accepts a message under the client's id and its own time")
    void accepts() {
        assertThat(post(ID, "general", "Ada", "Hello")).hasStatus(HttpStatus.ACCEPTED);

        then(log).should().send(assertArg(message -> {
            assertThat(message.id()).hasToString(ID);
            assertThat(message.sentAt()).isNotNull();
            assertThat(message.position()).isNull();
        }));
    }

    @ParameterizedTest(name = "{0}, {1}, {2}, {3}")
    @CsvSource({
        "no-uuid, general, Ada, Hello",
        ID + ", 'a room', Ada, Hello",
        ID + ", general, ' ', Hello",
        ID + ", general, Ada, ''",
    })
    @DisplayName("refuses what can't be shown")
    void refuses(String id, String room, String author, String text) {
        assertThat(post(id, room, author, text)).hasStatus(HttpStatus.BAD_REQUEST);
        then(log).should(never()).send(any());
    }

    @Test
    @DisplayName("says so when a message may have got lost")
    void tellsOfLoss() {
        willThrow(new MessageNotSentException(new IllegalStateException("no broker"))).given(log).send(any());

        var answer = post(ID, "general", "Ada", "Hello");

        assertThat(answer).hasStatus(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(answer).bodyText().contains("Send it again").doesNotContain("no broker");
    }

    @Test
    @DisplayName("reads what came after a position")
    void reads() {
        given(rooms.replay("general", new Position("2", 41))).willReturn(new Replay(true, List.of()));

        assertThat(web.get().uri("/api/messages?room=general&since=2-41"))
                .bodyJson()
                .isEqualTo("{\"complete\":true,\"messages\":[]}");
        assertThat(web.get().uri("/api/messages?room=general&since=yesterday")).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    @DisplayName("answers the pages of the frontend only")
    void checksOrigins() {
        assertThat(web.get().uri("/api/messages?room=general").header("Origin", "https://elsewhere.example.com"))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    private MvcTestResult post(String id, String room, String author, String text) {
        return web.post()
                .uri("/api/messages")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"id\":\"%s\",\"room\":\"%s\",\"author\":\"%s\",\"text\":\"%s\"}"
                        .formatted(id, room, author, text))
                .exchange();
    }
}
