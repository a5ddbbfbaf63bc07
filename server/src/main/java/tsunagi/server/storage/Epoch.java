package tsunagi.server.storage;

import java.util.UUID;

/** One life of the server's history. */
public record Epoch(long number, UUID id, long openedAtMs, String why) {}
