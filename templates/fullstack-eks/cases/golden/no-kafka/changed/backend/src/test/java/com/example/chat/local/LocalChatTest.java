package com.example.chat.local;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.chat.Replica;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LocalChatTest {

    @Test
    @DisplayName("a message reaches the sessions of this replica, and one that comes back gets what it missed")
    void deliversAndResumes() {
        try (var replica = Replica.start()) {
            assertThat(replica.isReady()).isTrue();
            var browser = replica.open("general");
            assertThat(replica.say("general", "seen")).isEqualTo(202);
            await().atMost(5, SECONDS).until(() -> browser.texts().size() == 1);
            browser.close();
            replica.say("general", "missed");

            try (var back = replica.reopen("general", browser.lastSeen())) {
                await().atMost(5, SECONDS)
                        .untilAsserted(() -> assertThat(back.texts()).containsExactly("missed"));
            }
        }
    }

    @Test
    @DisplayName("after a restart nothing old looks as if it had been seen")
    void startsAnew() {
        String lastSeen;
        try (var replica = Replica.start();
                var browser = replica.open("general")) {
            replica.say("general", "before");
            await().atMost(5, SECONDS).until(() -> browser.texts().size() == 1);
            lastSeen = browser.lastSeen();
        }
        try (var replica = Replica.start()) {
            replica.say("general", "after");
            try (var back = replica.reopen("general", lastSeen)) {
                await().atMost(5, SECONDS)
                        .untilAsserted(() -> assertThat(back.texts()).containsExactly("after"));
            }
        }
    }
}
