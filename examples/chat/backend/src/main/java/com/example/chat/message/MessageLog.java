package com.example.chat.message;

/** Takes a message to everyone, on this replica and on all others, the sender's own sessions included. */
public interface MessageLog {

    /**
     * Returns when the message is safe; it is delivered after that.
     *
     * @throws MessageNotSentException if nobody will, or may, ever see it
     */
    void send(ChatMessage message);
}
