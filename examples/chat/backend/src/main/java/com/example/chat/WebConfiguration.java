package com.example.chat;

import com.example.chat.message.ChatSessions;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/** Only the frontend's own pages may talk to us. */
@Configuration
@EnableWebSocket
class WebConfiguration implements WebMvcConfigurer, WebSocketConfigurer {

    private final ChatSessions sessions;
    private final String[] origins;

    WebConfiguration(ChatSessions sessions, ChatProperties properties) {
        this.sessions = sessions;
        this.origins = properties.allowedOrigins().toArray(String[]::new);
    }

    @Override
    public void addCorsMappings(CorsRegistry registry) {
        registry.addMapping("/api/**").allowedOrigins(origins).allowedMethods("GET", "POST");
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        registry.addHandler(sessions, "/ws").setAllowedOrigins(origins);
    }
}
