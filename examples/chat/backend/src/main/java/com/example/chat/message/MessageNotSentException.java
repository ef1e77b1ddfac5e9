package com.example.chat.message;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The message may have got lost; sent again with the same id it is shown once. */
public class MessageNotSentException extends ResponseStatusException {

    public MessageNotSentException(Throwable cause) {
        super(HttpStatus.SERVICE_UNAVAILABLE, "The message could not be sent. Send it again.", cause);
    }
}
