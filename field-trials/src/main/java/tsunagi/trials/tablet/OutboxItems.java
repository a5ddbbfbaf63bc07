package tsunagi.trials.tablet;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tsunagi.change.FieldPath;
import tsunagi.engine.outbox.SavedChange;
import tsunagi.record.RecordSchema;
import tsunagi.record.RecordSchemas;
import tsunagi.sync.v1.Action;
import tsunagi.sync.v1.ChangeHeader;
import tsunagi.sync.v1.ParkReason;
import tsunagi.sync.v1.Verdict;
import tsunagi.trials.tablet.json.RecordJson;
import tsunagi.trials.tablet.json.RecordTypes;

/** Saved changes as the outbox shows them: how each stands, why, and what to do. */
final class OutboxItems {
    private final RecordSchemas schemas;
    private final RecordTypes types;

    OutboxItems(RecordSchemas schemas) {
        this.schemas = schemas;
        this.types = new RecordTypes(schemas);
    }

    JsonObject document(SavedChange change) {
        JsonObject document = new JsonObject();
        document.addProperty("change", change.changeId().toString());
        document.addProperty("type", types.nameOf(change.key().type()));
        document.addProperty("id", change.key().id().toString());
        action(change).ifPresent(action -> document.addProperty("action", Words.plain(action, "ACTION_")));
        document.addProperty(
                "saved_at", Instant.ofEpochMilli(change.savedAtMs()).toString());
        document.addProperty("standing", Words.plain(change.standing()));
        document.addProperty("seen", change.isSeenByPerson());
        change.verdict().ifPresent(verdict -> addVerdict(document, change, verdict));
        document.addProperty("what_to_do", whatToDo(change));
        return document;
    }

    private static Optional<Action> action(SavedChange change) {
        try {
            ChangeHeader header = ChangeHeader.parseFrom(change.wire().getHeader());
            return header.hasAction() ? Optional.of(header.getAction()) : Optional.empty();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a kept change does not parse", e);
        }
    }

    private void addVerdict(JsonObject document, SavedChange change, Verdict verdict) {
        document.addProperty("verdict", Words.plain(verdict.getOutcomeCase()));
        switch (verdict.getOutcomeCase()) {
            case MERGED -> addFields(document, change, verdict.getMerged().getPathsList());
            case CONFLICTED ->
                addFields(document, change, verdict.getConflicted().getPathsList());
            case PARKED -> {
                document.addProperty("reason", Words.plain(verdict.getParked().getReason(), "PARK_REASON_"));
                document.addProperty("detail", verdict.getParked().getDetail());
            }
            case ERASED ->
                document.addProperty("reason", Words.plain(verdict.getErased().getReason(), "END_REASON_"));
            case ACCEPTED, CLONED, DROPPED, OUTCOME_NOT_SET -> {}
        }
    }

    private void addFields(JsonObject document, SavedChange change, List<tsunagi.sync.v1.FieldPath> paths) {
        Optional<RecordSchema> schema = schemas.find(change.key().type());
        JsonArray fields = new JsonArray();
        for (tsunagi.sync.v1.FieldPath proto : paths) {
            FieldPath path = FieldPath.fromProto(proto);
            fields.add(schema.map(known -> RecordJson.nameOf(known, path)).orElseGet(path::toString));
        }
        document.add("fields", fields);
    }

    private String whatToDo(SavedChange change) {
        String record = types.nameOf(change.key().type()) + " " + change.key().id();
        return switch (change.standing()) {
            case WAITING -> "Run `sync` when there is a signal; until then it is safe on this tablet.";
            case TAKEN -> afterTaken(change, record);
            case PARKED -> forParked(change, record);
            case ERASED -> "The record was withdrawn or destroyed before this arrived. Nothing to do; run `seen`.";
            case DROPPED ->
                "A person decided against it. Ask the supervisor (とりまとめ担当) if that surprises you; then run `seen`.";
        };
    }

    private static String afterTaken(SavedChange change, String record) {
        boolean isConflict = change.verdict().map(Verdict::hasConflicted).orElse(false);
        return isConflict
                ? "Somebody else wrote another value. See both with `show " + record + "`, decide with `resolve "
                        + record + " FIELD`."
                : "It was united with what somebody else wrote. See it with `show " + record + "`; then run `seen`.";
    }

    private static String forParked(SavedChange change, String record) {
        if (change.correctedBy().isPresent()) {
            return "A correction is saved here; `sync` puts it in the place of this change.";
        }
        ParkReason reason = change.verdict().orElseThrow().getParked().getReason();
        return switch (reason) {
            case PARK_REASON_MALFORMED, PARK_REASON_UNSTORABLE_TEXT, PARK_REASON_TOO_LARGE ->
                "Correct it: `edit " + record + " JSON --corrects " + change.changeId() + "`.";
            case PARK_REASON_TEAM_UNKNOWN, PARK_REASON_DEVICE_NOT_OF_TEAM ->
                "It is safe on the server. Ask the administrator (システム管理者) to give this tablet its team.";
            case PARK_REASON_NOT_A_MEMBER, PARK_REASON_ROLE_MISSING ->
                "It is safe on the server. Ask the supervisor (とりまとめ担当) of the team to let it in or to drop it.";
            case PARK_REASON_BEHIND_PARKED -> "It follows the change it builds on; see that one.";
            case PARK_REASON_NOT_APPLICABLE, PARK_REASON_SERVER_FAULT, PARK_REASON_UNSPECIFIED, UNRECOGNIZED ->
                "It is safe on the server. Ask the supervisor (とりまとめ担当) to look at it.";
        };
    }
}
