package tsunagi.server.exchange;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The exchanges that go on now: one for each device, the newest. Thread-safe. */
final class ExchangeRegistry {
    private final int maxExchanges;
    private final Map<UUID, Exchange> exchanges = new ConcurrentHashMap<>();

    ExchangeRegistry(int maxExchanges) {
        this.maxExchanges = maxExchanges;
    }

    /** True when another device can be served. */
    boolean hasRoomFor(UUID deviceId) {
        return exchanges.size() < maxExchanges || exchanges.containsKey(deviceId);
    }

    /** Puts an exchange in its device's place, and returns the older one that has to go. */
    Optional<Exchange> enter(UUID deviceId, Exchange exchange) {
        return Optional.ofNullable(exchanges.put(deviceId, exchange));
    }

    void leave(UUID deviceId, Exchange exchange) {
        exchanges.remove(deviceId, exchange);
    }

    boolean isEmpty() {
        return exchanges.isEmpty();
    }

    Optional<Exchange> of(UUID deviceId) {
        return Optional.ofNullable(exchanges.get(deviceId));
    }
}
