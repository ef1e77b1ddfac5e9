package com.example.chat.message;

import java.util.List;

/**
 * What somebody missed.
 *
 * @param complete {@code false} if older messages may be missing: they are no longer kept here
 */
record Replay(boolean complete, List<ChatMessage> messages) {}
