package tsunagi.server.intake;

import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsunagi.change.ChangeReader;
import tsunagi.change.Reading;
import tsunagi.record.RecordSchemas;
import tsunagi.server.intake.ClockOffset.Corrected;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.StorageException;
import tsunagi.sync.v1.Change;
import tsunagi.sync.v1.OrdinalRange;
import tsunagi.sync.v1.ParkReason;

/** Takes changes of one team in, in one transaction: judges them, merges them, keeps them. Thread-safe. */
public final class TeamIntake {
    private static final Logger LOG = LoggerFactory.getLogger(TeamIntake.class);

    private final TeamTransactions transactions;
    private final RecordSchemas schemas;
    private final ChangeReader reader;
    private final ErasureList erasures;
    private final Clock clock;

    public TeamIntake(
            Database database, RecordSchemas schemas, ChangeReader reader, ErasureList erasures, Clock clock) {
        this.transactions = new TeamTransactions(database, schemas, erasures);
        this.schemas = schemas;
        this.reader = reader;
        this.erasures = erasures;
        this.clock = clock;
    }

    /**
     * Takes submissions of one team in.
     *
     * @return what became of each, in their order
     * @throws StorageException when nobody knows what became of them
     */
    public List<IntakeResult> take(List<Submission> oneTeam) {
        if (oneTeam.isEmpty()) {
            return List.of();
        }
        return take(oneTeam.get(0).teamId(), read(oneTeam));
    }

    /**
     * Takes submissions of several teams in, in one transaction; when one of them does not fit in, each team has its own.
     *
     * @param teams for each team what is of it, which is not nothing
     * @return what became of each, in their order
     * @throws StorageException when nobody knows what became of them
     */
    List<List<IntakeResult>> takeTeams(List<List<Submission>> teams) {
        if (teams.size() > 1) {
            try {
                return transactions.runAll(teams.stream().map(this::work).toList());
            } catch (UncheckedIOException e) {
                throw e;
            } catch (StorageException e) {
                if (!e.blamesData()) {
                    throw e;
                }
                LOG.warn("{} teams could not be taken in together; each stands by itself", teams.size(), e);
            } catch (RuntimeException e) {
                LOG.warn("{} teams could not be taken in together; each stands by itself", teams.size(), e);
            }
        }
        return teams.stream().map(this::take).toList();
    }

    private TeamTransactions.OneTeam<List<IntakeResult>> work(List<Submission> oneTeam) {
        List<Piece> pieces = read(oneTeam);
        return new TeamTransactions.OneTeam<>(oneTeam.get(0).teamId(), tx -> take(tx, pieces));
    }

    private List<Piece> read(List<Submission> oneTeam) {
        long nowMs = clock.millis();
        return oneTeam.stream().map(submission -> read(submission, nowMs)).toList();
    }

    /** Notes ordinals of a lane that its tablet no longer has, where the server lacks them too. */
    public void declareGone(UUID teamId, UUID originDeviceId, List<OrdinalRange> gone) {
        transactions.run(teamId, tx -> {
            for (OrdinalRange range : gone) {
                if (range.getFirst() > 0 && range.getFirst() <= range.getLast()) {
                    tx.lanes().putHole(originDeviceId, new Lanes.Hole(range.getFirst(), range.getLast()));
                }
            }
            return null;
        });
    }

    /** Takes in again what was withdrawn or destroyed and what this copy of the database lacks; before the server opens. */
    public void applyErasures() {
        for (Erasure erasure : erasures.all()) {
            transactions.run(erasure.teamId(), tx -> {
                if (tx.log().find(erasure.changeId()).isEmpty()) {
                    new Judge(tx, schemas, reader).judgeAgain(atFreePlace(tx, erasure));
                    tx.lanes().of(erasure.originDeviceId()).keep();
                }
                return null;
            });
        }
    }

    /** A copy from another life of the server may hold another change at its ordinal; an erasure counts all the same. */
    private static Erasure atFreePlace(TeamTransaction tx, Erasure erasure) throws SQLException {
        boolean isTaken = StoredVerdicts.at(
                        tx.connection(), erasure.teamId(), erasure.originDeviceId(), erasure.ordinal())
                .filter(there -> !there.changeId().equals(erasure.changeId()))
                .isPresent();
        return isTaken ? erasure.at(-tx.log().nextRevision()) : erasure;
    }

    /** Consecutive changes of one lane, read, and where they begin. */
    private record Piece(long firstOrdinal, List<Incoming> changes) {
        Piece part(int from, int to) {
            return new Piece(firstOrdinal + from, changes.subList(from, to));
        }
    }

    private Piece read(Submission submission, long nowMs) {
        List<Incoming> incoming = new ArrayList<>(submission.changes().size());
        for (Change wire : submission.changes()) {
            long ordinal = submission.firstOrdinal() + incoming.size();
            incoming.add(read(submission, ordinal, wire, nowMs));
        }
        return new Piece(submission.firstOrdinal(), incoming);
    }

    private Incoming read(Submission submission, long ordinal, Change wire, long nowMs) {
        Reading reading = reader.read(submission.teamId(), wire);
        return reading instanceof Reading.Readable readable
                ? incoming(submission, ordinal, readable, nowMs)
                : incoming(submission, ordinal, (Reading.Unreadable) reading, wire, nowMs);
    }

    private static Incoming incoming(Submission submission, long ordinal, Reading.Readable readable, long nowMs) {
        return new Incoming(
                readable.change().changeId(),
                readable.change().hash(),
                readable,
                readable.change().wire(),
                submission.originDeviceId(),
                submission.carrierDeviceId(),
                ordinal,
                submission.clock().correct(readable.change().madeAt(), nowMs),
                nowMs);
    }

    private static Incoming incoming(
            Submission submission, long ordinal, Reading.Unreadable unreadable, Change wire, long nowMs) {
        return new Incoming(
                unreadable.changeId(),
                unreadable.hash(),
                unreadable,
                wire,
                submission.originDeviceId(),
                submission.carrierDeviceId(),
                ordinal,
                new Corrected(nowMs, false),
                nowMs);
    }

    private List<IntakeResult> take(UUID teamId, List<Piece> pieces) {
        try {
            return takeTogether(teamId, pieces);
        } catch (UncheckedIOException e) {
            throw e;
        } catch (StorageException e) {
            if (e.blamesData()) {
                return takeHalved(teamId, pieces, e);
            }
            throw e;
        } catch (RuntimeException e) {
            return takeHalved(teamId, pieces, e);
        }
    }

    private List<IntakeResult> takeTogether(UUID teamId, List<Piece> pieces) {
        return transactions.run(teamId, tx -> take(tx, pieces));
    }

    private List<IntakeResult> take(TeamTransaction tx, List<Piece> pieces) throws SQLException {
        LaneIntake lanes = new LaneIntake(tx, schemas, new Judge(tx, schemas, reader));
        lanes.prepare(pieces.stream().flatMap(piece -> piece.changes().stream()).toList());
        List<IntakeResult> results = new ArrayList<>(pieces.size());
        for (Piece piece : pieces) {
            results.add(lanes.take(piece.firstOrdinal(), piece.changes()));
        }
        return results;
    }

    /** One change must not stop the others: it is sought until it stands alone, and kept aside as it came. */
    private List<IntakeResult> takeHalved(UUID teamId, List<Piece> pieces, RuntimeException cause) {
        if (pieces.size() > 1) {
            int middle = pieces.size() / 2;
            List<IntakeResult> results = new ArrayList<>(take(teamId, pieces.subList(0, middle)));
            results.addAll(take(teamId, pieces.subList(middle, pieces.size())));
            return results;
        }
        Piece piece = pieces.get(0);
        return switch (piece.changes().size()) {
            case 0 -> throw cause;
            case 1 -> List.of(park(teamId, piece, cause));
            default -> List.of(takeHalved(teamId, piece));
        };
    }

    private IntakeResult takeHalved(UUID teamId, Piece piece) {
        int size = piece.changes().size();
        Piece rest = piece.part(size / 2, size);
        IntakeResult first = take(teamId, List.of(piece.part(0, size / 2))).get(0);
        if (!(first instanceof Judged judged)) {
            return first;
        }
        return judged.then(
                judged.isCloned()
                        ? LaneIntake.cloned(rest.changes())
                        : take(teamId, List.of(rest)).get(0));
    }

    private IntakeResult park(UUID teamId, Piece piece, RuntimeException cause) {
        Incoming guilty = piece.changes().get(0);
        LOG.error("change {} of team {} could not be taken in and is parked", guilty.changeId(), teamId, cause);
        Reading fault = new Reading.Unreadable(
                guilty.changeId(),
                guilty.hash(),
                ParkReason.PARK_REASON_SERVER_FAULT,
                "taking it in failed with " + cause.getClass().getSimpleName() + "; the server's log tells more",
                Optional.empty());
        return takeTogether(teamId, List.of(new Piece(piece.firstOrdinal(), List.of(guilty.read(fault)))))
                .get(0);
    }
}
