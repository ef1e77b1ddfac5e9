import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A Kafka broker with the given topic of three partitions, until standard input ends. It chooses and prints its port. */
class Broker {
    public static void main(String[] arguments) throws Exception {
        var broker = new EmbeddedKafkaKraftBroker(1, 3, arguments[0]);
        broker.afterPropertiesSet();
        System.out.println("listens on: " + broker.getBrokersAsString());
        while (System.in.read() >= 0) {}
        broker.destroy();
    }
}
