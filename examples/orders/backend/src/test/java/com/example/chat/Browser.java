package com.example.chat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a browser's page gets through its WebSocket. */
public final class Browser implements WebSocket.Listener, AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<JsonNode> messages = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder frame = new StringBuilder();
    private final WebSocket socket;

    Browser(URI address) {
        this.socket = HTTP.newWebSocketBuilder().buildAsync(address, this).join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        frame.append(data);
        if (last) {
            var content = JSON.readTree(frame.toString());
            frame.setLength(0);
            switch (content.path("type").asString()) {
                case "message" -> messages.add(content.path("message"));
                case "replay" -> content.path("messages").forEach(messages::add);
                default -> throw new IllegalStateException("unexpected frame " + content);
            }
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
        closed.complete(code);
        return null;
    }

    /** Everything that came, replayed or live, in its order. */
    public List<String> texts() {
        return messages.stream().map(message -> message.path("text").asString()).toList();
    }

    public String lastSeen() {
        return messages.getLast().path("position").asString();
    }

    /** The code that the server closed with. */
    public CompletableFuture<Integer> closed() {
        return closed;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
