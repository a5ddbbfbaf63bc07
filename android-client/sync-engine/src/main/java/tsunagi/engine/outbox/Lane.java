package tsunagi.engine.outbox;

import java.util.UUID;

/** The changes of one origin device in one team, counted 1, 2, 3 … without gaps. */
public record Lane(UUID teamId, UUID originDeviceId) {}
