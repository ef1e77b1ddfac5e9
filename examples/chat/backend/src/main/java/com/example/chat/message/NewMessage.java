package com.example.chat.message;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * What a client sends.
 *
 * @param id chosen by the client: sent again after a lost answer, a message is still shown once
 */
record NewMessage(
        @NotNull UUID id,
        @NotBlank @Pattern(regexp = "[a-z0-9-]{1,40}", message = "use a-z, 0-9 and -, at most 40") String room,
        @NotBlank @Size(max = 40) String author,
        @NotBlank @Size(max = 2000) String text) {}
