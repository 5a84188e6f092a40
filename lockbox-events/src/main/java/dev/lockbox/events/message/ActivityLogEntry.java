package dev.lockbox.events.message;

/** What stands on the topic of gateways: what they tell, and what became of engineers' seats. */
public sealed interface ActivityLogEntry permits Activity, PostureFound, SeatNews {}
