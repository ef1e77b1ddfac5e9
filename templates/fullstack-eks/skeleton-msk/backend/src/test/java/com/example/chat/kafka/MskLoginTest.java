package com.example.chat.kafka;

import static org.assertj.core.api.Assertions.assertThatNoException;

import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig(initializers = ConfigDataApplicationContextInitializer.class)
@ImportAutoConfiguration(KafkaAutoConfiguration.class)
class MskLoginTest {

    @Autowired
    private KafkaAdmin kafka;

    /** A client reads its settings and loads the login module when it is made, before it connects. */
    @Test
    @DisplayName("a client of MSK is set up to sign in by IAM")
    void signsInByIam() {
        assertThatNoException()
                .isThrownBy(() -> Admin.create(kafka.getConfigurationProperties()).close());
    }
}
