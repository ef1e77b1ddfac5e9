package com.example.chat.message;

import java.time.Instant;

/** A message as everyone sees it. */
public record ChatMessage(String id, String room, String author, String text, Instant sentAt) {}
