package tsunagi.server.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import tsunagi.records.v1.Consent;
import tsunagi.records.v1.ConsentState;
import tsunagi.records.v1.FormVersion;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.Scale;
import tsunagi.score.Score;
import tsunagi.score.SheetStanding;
import tsunagi.server.export.ExportColumn.Kind;
import tsunagi.server.words.Language;
import tsunagi.server.words.RecordWords;

/** The columns of the sheets of a round: whose and where as far as the round knows it, consent, answers, scores. */
final class SheetColumns {
    private final AskedRound round;
    private final Language language;
    private final boolean withFreeText;
    private final List<SheetColumn> columns = new ArrayList<>();

    SheetColumns(AskedRound round, Language language, boolean withFreeText) {
        this.round = round;
        this.language = language;
        this.withFreeText = withFreeText;
    }

    List<SheetColumn> columns() {
        addFields();
        add("standing", Said.STANDING, Kind.CHOICE, sheet -> standing(sheet.standing()), standings());
        columns.add(new SheetColumn(
                RecordTable.leftOut(language),
                sheet -> sheet.isLeftOut() ? RecordColumns.yesOrNo(language, true) : Cell.BLANK));
        round.consentScopes().forEach(this::addConsent);
        columns.addAll(new AnswerColumns(round, language, withFreeText).columns());
        scales().forEach(this::addScore);
        add(
                "id",
                Said.RECORD_ID,
                Kind.ID,
                sheet -> Cell.text(sheet.record().key().id().toString()),
                List.of());
        return columns;
    }

    /** Names stand in named rounds only, codes in coded ones only, whatever a sheet holds. */
    private void addFields() {
        Stream<String> fields =
                Stream.of("workplace", "department_key", "employment", "sex", "age_band", "written_on", "entry_method");
        Stream<String> whose =
                round.isNamed() ? Stream.of("participant") : round.isCoded() ? Stream.of("match_code") : Stream.of();
        List<String> wanted = Stream.concat(whose, fields).toList();
        List<RecordColumn> all = new ArrayList<>(RecordColumns.of(Response.getDescriptor(), language));
        if (round.isNamed()) {
            all.add(RecordColumns.participant(language));
        }
        for (String id : wanted) {
            all.stream()
                    .filter(field -> field.column().id().equals(id))
                    .forEach(field -> columns.add(new SheetColumn(
                            field.column(), sheet -> field.cell(sheet.record(), sheet.text(), language))));
        }
    }

    private void addConsent(String scope) {
        RecordWords words = RecordWords.in(language);
        List<Cell.Choice> states = Stream.of(
                        ConsentState.CONSENT_STATE_GIVEN,
                        ConsentState.CONSENT_STATE_REFUSED,
                        ConsentState.CONSENT_STATE_WITHDRAWN)
                .map(this::consent)
                .toList();
        String name = words.known("scope", scope).orElse(scope);
        columns.add(new SheetColumn(
                new ExportColumn("consent." + scope, Said.CONSENT.in(language, name), Kind.CHOICE, "", "", states),
                sheet -> {
                    ConsentState state = sheet.sheet()
                            .getConsentsOrDefault(scope, Consent.getDefaultInstance())
                            .getState();
                    return state == ConsentState.CONSENT_STATE_UNSPECIFIED ? Cell.BLANK : consent(state);
                }));
    }

    private Cell.Choice consent(ConsentState state) {
        return new Cell.Choice(
                RecordWords.in(language).value(state),
                state.name().substring("CONSENT_STATE_".length()).toLowerCase(Locale.ROOT));
    }

    private Map<String, Scale> scales() {
        Map<String, Scale> scales = new LinkedHashMap<>();
        round.versions().values().stream()
                .map(FormVersion::getScalesMap)
                .forEach(some -> some.forEach(scales::putIfAbsent));
        return scales;
    }

    private void addScore(String key, Scale scale) {
        String better =
                switch (scale.getBetter()) {
                    case BETTER_DIRECTION_HIGHER -> Said.HIGHER_BETTER.in(language);
                    case BETTER_DIRECTION_LOWER -> Said.LOWER_BETTER.in(language);
                    case BETTER_DIRECTION_UNSPECIFIED, UNRECOGNIZED -> "";
                };
        columns.add(new SheetColumn(
                new ExportColumn(
                        "score." + key,
                        Said.SCORE.in(language, scale.getName().isEmpty() ? key : scale.getName()),
                        Kind.NUMBER,
                        better,
                        scale.getUnit(),
                        List.of()),
                sheet -> score(sheet.scores().get(key))));
    }

    private static Cell score(Score score) {
        return score == null || score.value().isEmpty()
                ? Cell.BLANK
                : Cell.number(score.value().getAsDouble());
    }

    private void add(
            String id, Said heading, Kind kind, Function<ShownSheet, Cell> filling, List<Cell.Choice> choices) {
        columns.add(new SheetColumn(new ExportColumn(id, heading.in(language), kind, "", "", choices), filling));
    }

    private List<Cell.Choice> standings() {
        return Stream.of(SheetStanding.values())
                .filter(standing ->
                        standing != SheetStanding.CONSENT_REFUSED && standing != SheetStanding.CONSENT_WITHDRAWN)
                .map(this::standing)
                .toList();
    }

    private Cell.Choice standing(SheetStanding standing) {
        Said word =
                switch (standing) {
                    case COMPLETE, JUDGED_VALID -> Said.VALID;
                    case BROKEN_OFF -> Said.BROKEN_OFF;
                    case FORM_UNKNOWN -> Said.FORM_UNKNOWN;
                    case SCORE_MISSING -> Said.SCORE_MISSING;
                    case JUDGED_INVALID, CONSENT_REFUSED, CONSENT_WITHDRAWN -> Said.INVALID;
                };
        return new Cell.Choice(word.in(language), standing.word());
    }
}
