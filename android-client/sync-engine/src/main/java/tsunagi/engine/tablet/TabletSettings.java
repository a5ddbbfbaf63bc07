package tsunagi.engine.tablet;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;
import java.util.function.Supplier;
import tsunagi.engine.clock.TabletClock;
import tsunagi.engine.storage.Durability;
import tsunagi.record.RecordSchemas;

/**
 * What a tablet is given from outside.
 *
 * @param schemas the types of record it knows
 * @param clock its clocks
 * @param ids makes UUIDv7s
 * @param outboxDurability how firmly the outbox must be kept; FULL, except in tests and the simulation
 */
public record TabletSettings(
        RecordSchemas schemas, TabletClock clock, Supplier<UUID> ids, Durability outboxDurability) {

    /** What a real tablet is given. */
    public static TabletSettings standard(TabletClock clock) {
        TimeBasedEpochGenerator generator = Generators.timeBasedEpochGenerator();
        return new TabletSettings(RecordSchemas.standard(), clock, generator::generate, Durability.FULL);
    }
}
