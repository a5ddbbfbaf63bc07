package tsunagi.engine.lookup;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tsunagi.engine.index.IndexedWords;
import tsunagi.engine.index.IndexedWords.Hit;
import tsunagi.engine.index.IndexedWords.References;
import tsunagi.engine.index.IndexedWords.Search;
import tsunagi.engine.index.SearchKeys;
import tsunagi.engine.index.TypedWords;
import tsunagi.engine.lookup.Overlay.Known;
import tsunagi.engine.storage.LocalDatabase;
import tsunagi.engine.view.RecordView;

/** Finds records by words: those the index knows, and those this tablet's own changes made or moved, in one order. */
final class WordSearch {
    private final IndexedWords indexed;

    WordSearch(LocalDatabase database) {
        this.indexed = new IndexedWords(database);
    }

    /**
     * What is looked for.
     *
     * @param among only records that refer to one of these; empty for all of the type
     */
    record Asked(UUID teamId, int recordType, List<String> words, Optional<References> among) {
        Asked(UUID teamId, int recordType, String typed, Optional<References> among) {
            this(teamId, recordType, TypedWords.of(typed), among);
        }
    }

    /**
     * The records that are asked for.
     *
     * @param favoured as far as they are among them, these come first
     */
    Found find(Asked asked, Overlay overlay, List<UUID> favoured, int limit) {
        List<Hit> hits = new ArrayList<>();
        for (Hit hit : indexed.find(new Search(asked.teamId(), asked.recordType(), asked.words(), asked.among()))) {
            if (!overlay.has(hit.id())) {
                hits.add(hit);
            }
        }
        List<Hit> own = own(asked, overlay);
        Map<UUID, RecordView> shown = new LinkedHashMap<>();
        for (UUID id : favoured) {
            if (shown.size() < limit) {
                overlay.show(Collections.singleton(id)).forEach(view -> shown.put(id, view));
            }
        }
        if (shown.size() < limit) {
            overlay.show(rest(hits, own, shown.keySet(), limit - shown.size()))
                    .forEach(view -> shown.put(view.key().id(), view));
        }
        return new Found(new ArrayList<>(shown.values()), hits.size() + own.size());
    }

    /** The first of both in one order, those left out that are shown already. */
    private static List<UUID> rest(List<Hit> indexed, List<Hit> own, Set<UUID> shown, int count) {
        List<Hit> rest = new ArrayList<>(indexed.subList(0, Math.min(indexed.size(), count + shown.size())));
        rest.addAll(own);
        rest.removeIf(hit -> shown.contains(hit.id()));
        rest.sort(Order.OF_HITS);
        return rest.stream().map(Hit::id).limit(count).collect(Collectors.toList());
    }

    private static List<Hit> own(Asked asked, Overlay overlay) {
        List<Hit> own = new ArrayList<>();
        for (Known known : overlay.alive()) {
            known.entry()
                    .keys()
                    .filter(keys -> isAmong(asked, known))
                    .map(keys -> new Hit(known.id(), keys.rank(asked.words()), keys.order()))
                    .filter(hit -> hit.rank() != SearchKeys.NOT_FOUND)
                    .ifPresent(own::add);
        }
        return own;
    }

    private static boolean isAmong(Asked asked, Known known) {
        return !asked.among().isPresent()
                || Lookup.refersTo(known.entry(), asked.among().get());
    }
}
