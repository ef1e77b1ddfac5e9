package com.example.chat.message;

import com.example.chat.ChatProperties;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;

/** Only the frontend's own pages may open a socket: browsers don't ask CORS for these. */
@Configuration
@EnableWebSocket
class SocketConfiguration implements WebSocketConfigurer {

    private final ChatSocket socket;
    private final ChatProperties properties;

    SocketConfiguration(ChatSocket socket, ChatProperties properties) {
        this.socket = socket;
        this.properties = properties;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        registry.addHandler(socket, "/ws")
                .setAllowedOrigins(properties.allowedOrigins().toArray(String[]::new));
    }

    @Bean
    static ServletServerContainerFactoryBean webSocketContainer() {
        var container = new ServletServerContainerFactoryBean();
        // Three times the clients' ping, and less than the load balancer's idle timeout.
        container.setMaxSessionIdleTimeout(Duration.ofSeconds(75).toMillis());
        // Clients send nothing here but pings.
        container.setMaxTextMessageBufferSize(1024);
        return container;
    }
}
