package com.example.chat.upload;

import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.JarURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

/** Adobe's S3Mock in a process of its own: S3's HTTP interface, without checking of signatures. */
final class S3Server implements AutoCloseable {

    static final String BUCKET = "uploads";

    private final Process process;
    private final URI address;

    private S3Server(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    static S3Server start() throws IOException, InterruptedException {
        var port = freePort();
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar().getPath(),
                        "--http.port=" + port,
                        "--server.port=0",
                        "--vectors.http.port=0",
                        "--vectors.https.port=0",
                        "--com.adobe.testing.s3mock.store.initial-buckets=" + BUCKET)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var server = new S3Server(process, URI.create("http://127.0.0.1:" + port));
        server.awaitStart();
        return server;
    }

    URI address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
    }

    private void awaitStart() throws IOException, InterruptedException {
        var http = HttpClient.newHttpClient();
        var limit = Instant.now().plus(Duration.ofMinutes(1));
        while (process.isAlive() && Instant.now().isBefore(limit)) {
            try {
                http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
                return;
            } catch (ConnectException e) {
                Thread.sleep(200);
            }
        }
        process.destroy();
        throw new IllegalStateException("S3Mock did not start on " + address);
    }

    /** The jar among the tests' dependencies that holds a whole Spring Boot application. */
    private static File jar() throws IOException {
        var index = S3Server.class.getResource("/BOOT-INF/classpath.idx");
        if (index == null || !(index.openConnection() instanceof JarURLConnection inJar)) {
            throw new IllegalStateException("com.adobe.testing:s3mock:exec is not on the test class path");
        }
        return new File(URI.create(inJar.getJarFileURL().toString()));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
