package tsunagi.trials.tablet;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.protobuf.ByteString;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tsunagi.change.FieldPath;
import tsunagi.change.FieldValues;
import tsunagi.engine.outbox.SavedChange;
import tsunagi.engine.replica.Team;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.view.RecordView;
import tsunagi.merge.Candidate;
import tsunagi.merge.Conflict;
import tsunagi.merge.Life;
import tsunagi.merge.RecordState;
import tsunagi.merge.StampedValue;
import tsunagi.record.Ids;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchema;
import tsunagi.sync.v1.Authorship;
import tsunagi.sync.v1.Member;
import tsunagi.trials.tablet.json.RecordJson;
import tsunagi.trials.tablet.json.RecordTypes;

/** What the commands print about records. */
final class Documents {
    private final RecordSchema schema;
    private final Map<String, String> namesOfPeople;

    Documents(Tablet tablet, RecordSchema schema) {
        this.schema = schema;
        this.namesOfPeople = tablet.teams().all().stream()
                .map(Team::grant)
                .flatMap(grant -> grant.stream())
                .flatMap(grant -> grant.getMembersList().stream())
                .collect(Collectors.toMap(Member::getPersonId, Member::getName, (a, b) -> a));
    }

    /** That something was saved. */
    JsonObject saved(RecordKey key, List<SavedChange> changes) {
        JsonObject document = named(key);
        JsonArray ids = new JsonArray();
        changes.forEach(change -> ids.add(change.changeId().toString()));
        document.add("saved_changes", ids);
        return document;
    }

    /** A record in a list. */
    JsonObject brief(RecordView view) {
        JsonObject document = new JsonObject();
        document.addProperty("id", view.key().id().toString());
        addStanding(document, view);
        document.addProperty("conflicts", view.state().conflicts().size());
        document.add("fields", RecordJson.write(schema, body(view.state())));
        return document;
    }

    /** A record with all there is to say about it. */
    JsonObject full(RecordView view, boolean withStamps) {
        RecordState state = view.state();
        JsonObject document = named(view.key());
        document.addProperty(
                "revision", view.onServer().map(RecordState::revision).orElse(0L));
        document.addProperty("life", life(state.life()));
        state.life().successor().ifPresent(id -> document.addProperty("successor_id", id.toString()));
        addStanding(document, view);
        document.add("fields", RecordJson.write(schema, body(state)));
        document.add("fields_not_known_here", notKnownHere(state));
        JsonArray conflicts = new JsonArray();
        state.conflicts().values().forEach(conflict -> conflicts.add(conflict(state, conflict)));
        document.add("conflicts", conflicts);
        if (withStamps) {
            document.add("stamps", stamps(state));
        }
        return document;
    }

    /** The numbers of fields that a newer program wrote; they are kept and passed on. */
    private JsonArray notKnownHere(RecordState state) {
        JsonArray numbers = new JsonArray();
        state.fields().keySet().stream()
                .map(FieldPath::number)
                .filter(number -> schema.field(number).isEmpty())
                .distinct()
                .forEach(numbers::add);
        return numbers;
    }

    private JsonObject named(RecordKey key) {
        JsonObject document = new JsonObject();
        document.addProperty("type", RecordTypes.nameOf(schema));
        document.addProperty("id", key.id().toString());
        document.addProperty("team", key.teamId().toString());
        return document;
    }

    private static void addStanding(JsonObject document, RecordView view) {
        document.addProperty("waiting", view.isWaiting());
        document.addProperty("parked", view.isParked());
    }

    private static String life(Life life) {
        return life instanceof Life.Ended ended ? Words.plain(ended.reason(), "END_REASON_") : "alive";
    }

    private JsonObject conflict(RecordState state, Conflict conflict) {
        FieldPath path = conflict.path();
        JsonObject document = new JsonObject();
        document.addProperty("field", RecordJson.nameOf(schema, path));
        document.add("base", value(path, conflict.base().orElse(ByteString.EMPTY)));
        JsonObject inPlace = by(conflict.standingBy());
        inPlace.add(
                "value", value(path, state.field(path).map(StampedValue::value).orElse(ByteString.EMPTY)));
        document.add("in_place", inPlace);
        JsonArray candidates = new JsonArray();
        for (Candidate candidate : conflict.candidates()) {
            JsonObject one = by(candidate.by());
            one.add("value", value(path, candidate.value()));
            candidates.add(one);
        }
        document.add("candidates", candidates);
        return document;
    }

    private JsonElement value(FieldPath path, ByteString value) {
        return RecordJson.writeValue(schema, path, value);
    }

    private JsonObject by(Authorship authorship) {
        JsonObject by = new JsonObject();
        by.addProperty("by", namesOfPeople.getOrDefault(authorship.getPersonId(), authorship.getPersonId()));
        by.addProperty("at", Instant.ofEpochMilli(authorship.getCorrectedAtMs()).toString());
        if (Ids.isId(authorship.getOriginDeviceId())) {
            by.addProperty(
                    "device", Ids.fromBytes(authorship.getOriginDeviceId()).toString());
        }
        return by;
    }

    private JsonObject stamps(RecordState state) {
        JsonObject stamps = new JsonObject();
        state.fields().forEach((path, field) -> {
            JsonArray changeIds = new JsonArray();
            field.stamp().changeIds().stream().map(UUID::toString).forEach(changeIds::add);
            stamps.add(RecordJson.nameOf(schema, path), changeIds);
        });
        return stamps;
    }

    private static ByteString body(RecordState state) {
        return state.life().isAlive() ? state.body() : FieldValues.NONE.join();
    }
}
