package tsunagi.trials.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tsunagi.server.intake.Erasure;
import tsunagi.server.intake.ErasureList;

/** The erasure list of a run: it outlives crashes and older copies of the database, as the file does. */
final class KeptErasures implements ErasureList {
    private final Map<UUID, Erasure> erasures = new LinkedHashMap<>();

    @Override
    public void append(List<Erasure> more) {
        more.forEach(erasure -> erasures.putIfAbsent(erasure.changeId(), erasure));
    }

    @Override
    public List<Erasure> all() {
        return new ArrayList<>(erasures.values());
    }
}
