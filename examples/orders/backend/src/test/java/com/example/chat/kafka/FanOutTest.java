package com.example.chat.kafka;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.chat.Replica;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.context.EmbeddedKafka;

/** Whole replicas on a real broker. */
@EmbeddedKafka
@Timeout(120)
class FanOutTest {

    private static final int PARTITIONS = 3;

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final EmbeddedKafkaBroker broker;
    private String topic;

    FanOutTest(EmbeddedKafkaBroker broker) {
        this.broker = broker;
    }

    @BeforeEach
    void createTopic(TestInfo test) {
        topic = test.getTestMethod().orElseThrow().getName();
        broker.addTopics(new NewTopic(topic, PARTITIONS, (short) 1));
    }

    @AfterEach
    void close() throws Exception {
        for (var resource : opened.reversed()) {
            resource.close();
        }
    }

    @Test
    @DisplayName("a message sent to one replica reaches the sessions of every replica, once")
    void reachesEveryReplica() {
        var first = replica();
        var second = replica();
        var onFirst = opened(first.open("general"));
        var onSecond = opened(second.open("general"));
        var elsewhere = opened(second.open("random"));

        assertThat(first.say("general", "from the first")).isEqualTo(202);
        assertThat(second.say("general", "from the second")).isEqualTo(202);

        for (var browser : List.of(onFirst, onSecond)) {
            soon().untilAsserted(
                    () -> assertThat(browser.texts()).containsExactly("from the first", "from the second"));
        }
        assertThat(elsewhere.texts()).isEmpty();
    }

    @Test
    @DisplayName("a session that moves to a new replica gets what it missed on the way, and nothing twice")
    void resumesElsewhere() {
        var first = replica();
        var before = opened(first.open("general"));
        first.say("general", "seen");
        soon().until(() -> before.texts().size() == 1);
        before.close();
        first.say("general", "missed");

        var second = replica();
        var after = opened(second.reopen("general", before.lastSeen()));
        first.say("general", "live");

        soon().untilAsserted(() -> assertThat(after.texts()).containsExactly("missed", "live"));
    }

    @Test
    @DisplayName("a replica that is told to end closes its sessions with 1012, so that they go elsewhere")
    void drains() {
        var replica = replica();
        var browser = opened(replica.open("general"));

        replica.close();

        assertThat(browser.closed()).succeedsWithin(5, SECONDS).isEqualTo(1012);
    }

    @Test
    @DisplayName("messages in a partition that was added are not missed")
    void noticesPartitions() throws Exception {
        var replica = replica();
        var rooms = IntStream.range(0, 12).mapToObj("room-%d"::formatted).toList();
        var browsers = rooms.stream().map(room -> opened(replica.open(room))).toList();

        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", broker.getBrokersAsString()))) {
            admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(PARTITIONS * 2)))
                    .all()
                    .get(10, SECONDS);
        }
        soon().until(() -> {
            rooms.forEach(room -> replica.say(room, "Hello"));
            return replica.manage("/health").body().contains("\"partitions\":" + PARTITIONS * 2);
        });
        rooms.forEach(room -> replica.say(room, "the last"));

        for (var browser : browsers) {
            soon().untilAsserted(() -> assertThat(browser.texts()).last().isEqualTo("the last"));
            assertThat(browser.texts()).filteredOn("Hello"::equals).hasSize(browsers.getFirst().texts().size() - 1);
        }
    }

    @Test
    @DisplayName("what is no message is passed over")
    void passesOverNonsense() {
        var replica = replica();
        var browser = opened(replica.open("general"));
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker.getBrokersAsString()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "general", "no JSON"));
        }

        replica.say("general", "Hello");

        soon().untilAsserted(() -> assertThat(browser.texts()).containsExactly("Hello"));
    }

    @Test
    @DisplayName("without a broker a replica lives, is not ready, and says that a message could not be sent")
    void waitsForTheBroker() {
        var replica = opened(Replica.start("spring.kafka.bootstrap-servers=127.0.0.1:1"));

        assertThat(replica.manage("/health/liveness").statusCode()).isEqualTo(200);
        assertThat(replica.isReady()).isFalse();
        assertThat(replica.manage("/health").body()).contains("\"partitions\":0");
        assertThat(replica.get("/livez").statusCode()).isEqualTo(200);
        assertThat(replica.get("/readyz").statusCode()).isEqualTo(503);
        assertThat(replica.get("/readyz").body()).doesNotContain("topic");
        assertThat(replica.get("/actuator/health").statusCode()).isEqualTo(404);
        assertThat(replica.say("general", "Hello")).isEqualTo(503);
    }

    /** Returns when it is ready. */
    private Replica replica() {
        var replica = opened(Replica.start(
                "spring.kafka.bootstrap-servers=" + broker.getBrokersAsString(),
                "spring.kafka.properties.metadata.max.age.ms=500",
                "chat.topic.name=" + topic));
        soon().until(replica::isReady);
        return replica;
    }

    private <T extends AutoCloseable> T opened(T resource) {
        opened.add(resource);
        return resource;
    }

    private static ConditionFactory soon() {
        return await().atMost(30, SECONDS);
    }
}
