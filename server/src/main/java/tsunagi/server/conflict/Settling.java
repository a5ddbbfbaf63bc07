package tsunagi.server.conflict;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import tsunagi.server.desk.Desk;
import tsunagi.server.desk.DeskDecision;
import tsunagi.server.desk.DeskWord;
import tsunagi.server.storage.Database;
import tsunagi.sync.v1.Verdict;

/** Settles conflicts: each by a change like any other, that names what its author saw. Thread-safe. */
public final class Settling {
    private final Database database;
    private final Desk desk;
    private final Supplier<UUID> ids;
    private final Conflicts conflicts = new Conflicts();

    /**
     * Settles by writing at this desk.
     *
     * @param ids makes UUIDv7s
     */
    public Settling(Database database, Desk desk, Supplier<UUID> ids) {
        this.database = database;
        this.desk = desk;
        this.ids = ids;
    }

    /** Writes what a person decided; what nobody waits for any more is left as it is. */
    public SettledTogether settle(UUID teamId, String personId, List<Settlement> settlements) {
        Map<Integer, SettlementWord> words = new TreeMap<>();
        Map<Integer, Settlement> open = new TreeMap<>();
        for (int i = 0; i < settlements.size(); i++) {
            if (isOpen(settlements.get(i))) {
                open.put(i, settlements.get(i));
            } else {
                words.put(i, new SettlementWord.NotOpen());
            }
        }
        UUID saveId = ids.get();
        List<DeskWord> written = desk.settle(
                teamId,
                personId,
                saveId,
                open.values().stream().map(Settling::decision).toList());
        List<Long> revisions = new ArrayList<>();
        int next = 0;
        for (Map.Entry<Integer, Settlement> one : open.entrySet()) {
            DeskWord word = written.get(next++);
            words.put(one.getKey(), word(one.getValue(), word));
            revision(word).ifPresent(revisions::add);
        }
        Optional<SettlementSave> save = revisions.isEmpty()
                ? Optional.empty()
                : Optional.of(new SettlementSave(saveId, revisions.get(0), revisions.get(revisions.size() - 1)));
        return new SettledTogether(List.copyOf(words.values()), save);
    }

    private boolean isOpen(Settlement settlement) {
        return database.read(connection -> conflicts.find(connection, settlement.key(), settlement.path()))
                .isPresent();
    }

    private static DeskDecision decision(Settlement settlement) {
        ByteString value = settlement.value();
        return new DeskDecision(
                settlement.key(), settlement.path(), settlement.standing(), settlement.candidates(), value);
    }

    private SettlementWord word(Settlement settlement, DeskWord word) {
        if (word instanceof DeskWord.Parked parked) {
            return new SettlementWord.Parked(parked.reason(), parked.detail());
        }
        if (word instanceof DeskWord.Erased) {
            return new SettlementWord.Erased();
        }
        if (word instanceof DeskWord.Unfit unfit) {
            return new SettlementWord.Unfit(unfit.reason(), unfit.detail());
        }
        return isOpen(settlement) ? new SettlementWord.StillOpen() : new SettlementWord.Settled();
    }

    private static Optional<Long> revision(DeskWord word) {
        OptionalLong revision = word instanceof DeskWord.Taken taken ? revision(taken.verdict()) : OptionalLong.empty();
        return revision.isPresent() ? Optional.of(revision.getAsLong()) : Optional.empty();
    }

    private static OptionalLong revision(Verdict verdict) {
        return switch (verdict.getOutcomeCase()) {
            case ACCEPTED -> OptionalLong.of(verdict.getAccepted().getRevision());
            case MERGED -> OptionalLong.of(verdict.getMerged().getRevision());
            case CONFLICTED -> OptionalLong.of(verdict.getConflicted().getRevision());
            case PARKED, ERASED, CLONED, DROPPED, OUTCOME_NOT_SET -> OptionalLong.empty();
        };
    }
}
