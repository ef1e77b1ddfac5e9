package com.example.chat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole backend on ports of its own; several run side by side. */
public final class Replica implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext context;

    private Replica(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Takes settings that differ from {@code application.yml}, as {@code name=value}. */
    public static Replica start(String... settings) {
        var arguments = Stream.concat(Stream.of("server.port=0", "management.server.port=0"), Arrays.stream(settings))
                .map(setting -> "--" + setting)
                .toArray(String[]::new);
        return new Replica(new SpringApplicationBuilder(ChatApplication.class).run(arguments));
    }

    public Browser open(String room) {
        return new Browser(URI.create("ws://127.0.0.1:%s/ws?room=%s".formatted(port("server"), room)));
    }

    public Browser reopen(String room, String lastSeen) {
        return new Browser(
                URI.create("ws://127.0.0.1:%s/ws?room=%s&since=%s".formatted(port("server"), room, lastSeen)));
    }

    /** Returns the HTTP status. */
    public int say(String room, String text) {
        var body = "{\"id\":\"%s\",\"room\":\"%s\",\"author\":\"Ada\",\"text\":\"%s\"}"
                .formatted(UUID.randomUUID(), room, text);
        return send(HttpRequest.newBuilder(address("server", "/api/messages"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .statusCode();
    }

    public HttpResponse<String> manage(String path) {
        return send(HttpRequest.newBuilder(address("management", "/actuator" + path)));
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(address("server", path)));
    }

    public boolean isReady() {
        return manage("/health/readiness").statusCode() == 200;
    }

    @Override
    public void close() {
        context.close();
    }

    private URI address(String server, String path) {
        return URI.create("http://127.0.0.1:%s%s".formatted(port(server), path));
    }

    private String port(String server) {
        return context.getEnvironment().getRequiredProperty("local.%s.port".formatted(server));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
