package com.example.chat.message;

import org.springframework.web.socket.TextMessage;

/** Somebody in a room. */
interface Listener {

    /** Never waits: whoever can't keep up is dropped. */
    void hear(TextMessage frame);
}
