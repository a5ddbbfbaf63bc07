package tsunagi.server.export;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import tsunagi.questionnaires.Form;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.FormVersion;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Round;
import tsunagi.records.v1.RoundIdentity;
import tsunagi.server.form.PublishedForms;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.Sql;
import tsunagi.server.storage.StoredRecord;

/**
 * A round with the rounds that were declared duplicates of it, and the versions of the form that were answered in them.
 *
 * @param ids of the round and its duplicates
 * @param versions by their ids, that of the round itself first
 * @param forms those of them whose files are here, in that order
 * @param unread questions that only the answers tell of, because files of a form are not here; by their paths, and whether somebody
 *     answered in words
 */
record AskedRound(
        RecordKey key,
        Round round,
        List<String> ids,
        Map<String, FormVersion> versions,
        List<Form> forms,
        Map<String, Boolean> unread) {
    /** The key of a part of a repeat, which a question's own path does not have. */
    static final Pattern PART = Pattern.compile("\\[[^\\]]*]");

    /** Empty when there is no such round. */
    static Optional<AskedRound> find(Database database, PublishedForms published, UUID teamId, UUID roundId) {
        RecordKey key = new RecordKey(teamId, RecordType.RECORD_TYPE_ROUND_VALUE, roundId);
        return read(database, key, Round.parser()).map(round -> {
            List<String> ids = ids(database, key);
            Map<String, FormVersion> versions = new LinkedHashMap<>();
            List<Form> forms = new ArrayList<>();
            List<String> versionIds = versionIds(database, teamId, ids, round);
            for (String id : versionIds) {
                uuid(id).map(uuid -> new RecordKey(teamId, RecordType.RECORD_TYPE_FORM_VERSION_VALUE, uuid))
                        .ifPresent(version -> {
                            read(database, version, FormVersion.parser()).ifPresent(body -> versions.put(id, body));
                            published.form(version).ifPresent(forms::add);
                        });
            }
            Map<String, Boolean> unread =
                    forms.size() == versionIds.size() ? Map.of() : unread(database, teamId, ids, forms);
            return new AskedRound(key, round, ids, versions, forms, unread);
        });
    }

    private static Map<String, Boolean> unread(Database database, UUID teamId, List<String> ids, List<Form> forms) {
        List<Object> arguments = new ArrayList<>(List.of(teamId.toString()));
        arguments.addAll(ids);
        Map<String, Boolean> unread = new TreeMap<>();
        database.read(connection -> {
            Sql.of(
                            connection,
                            "SELECT answer.entry_key, COUNT(answer.text) AS texts FROM response"
                                    + " JOIN response_answer answer ON answer.team_id = response.team_id"
                                    + " AND answer.response_id = response.id WHERE response.team_id = ?"
                                    + " AND response.round_id IN (" + Sql.marks(ids.size())
                                    + ") GROUP BY answer.entry_key",
                            arguments.toArray())
                    .visit(row -> {
                        String path = PART.matcher(row.text("entry_key")).replaceAll("");
                        unread.merge(path, row.number("texts") > 0, Boolean::logicalOr);
                        return true;
                    });
            return null;
        });
        forms.forEach(form -> form.questions().forEach(question -> unread.remove(question.path())));
        return unread;
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    boolean isNamed() {
        return round.getIdentity() == RoundIdentity.ROUND_IDENTITY_NAMED;
    }

    boolean isCoded() {
        return round.getIdentity() == RoundIdentity.ROUND_IDENTITY_CODED;
    }

    List<String> consentScopes() {
        return round.getConsentScopesList();
    }

    Optional<FormVersion> version(String id) {
        return Optional.ofNullable(versions.get(id));
    }

    private static List<String> ids(Database database, RecordKey key) {
        List<String> ids = new ArrayList<>(List.of(key.id().toString()));
        ids.addAll(database.read(connection -> Sql.of(
                        connection,
                        "SELECT record_id FROM absorbed WHERE team_id = ? AND record_type = 'round' AND successor_id = ?",
                        key.teamId().toString(),
                        key.id().toString())
                .list(row -> row.text("record_id"))));
        return ids;
    }

    /** Among them the empty one, where sheets name none. */
    private static List<String> versionIds(Database database, UUID teamId, List<String> rounds, Round round) {
        List<Object> arguments = new ArrayList<>(List.of(teamId.toString()));
        arguments.addAll(rounds);
        List<String> ids = new ArrayList<>();
        if (round.hasFormVersionId()) {
            ids.add(round.getFormVersionId());
        }
        database
                .read(connection -> Sql.of(
                                connection,
                                "SELECT DISTINCT COALESCE(form_version_id, '') AS version FROM response"
                                        + " WHERE team_id = ? AND round_id IN (" + Sql.marks(rounds.size()) + ")",
                                arguments.toArray())
                        .list(row -> row.text("version")))
                .stream()
                .filter(id -> !ids.contains(id))
                .sorted()
                .forEach(ids::add);
        return ids;
    }

    private static <M extends Message> Optional<M> read(Database database, RecordKey key, Parser<M> parser) {
        return database.read(connection -> new RecordRows().find(connection, key))
                .filter(stored -> stored.toLife().isAlive())
                .map(stored -> parse(stored, parser));
    }

    private static <M extends Message> M parse(StoredRecord stored, Parser<M> parser) {
        try {
            return parser.parseFrom(stored.body());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("the kept contents of " + stored.key() + " do not parse", e);
        }
    }
}
