package tsunagi.server.figures;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tsunagi.server.words.DatabaseNames;
import tsunagi.server.words.DayWords;
import tsunagi.server.words.Language;

/** The board of figures of one team and fiscal year, read chapter by chapter in one language: what may be shown, and nothing else. */
public final class FigureBoard {
    /** What is asked of people and who met is nobody's part of the work. */
    private static final Set<Chapter> OF_THE_WHOLE =
            Set.of(Chapter.COVERAGE, Chapter.BEFORE_AFTER, Chapter.SATISFACTION, Chapter.RATING);

    private final Connection connection;
    private final UUID teamId;
    private final int fiscalYear;
    private final Split split;
    private final FigureWords words;
    private final FigureCells cells;
    private final ValueWords values;
    private final WorkChapters work;
    private final AnswerChapters answers;

    /**
     * The board.
     *
     * @param split the part of the work that it tells of
     * @param listed by what it tells of the parts one by one besides; TOTAL for no such tables
     */
    public FigureBoard(
            Connection connection,
            UUID teamId,
            int fiscalYear,
            Split split,
            SplitBy listed,
            Language language,
            QuestionLabels labels) {
        this.connection = connection;
        this.teamId = teamId;
        this.fiscalYear = fiscalYear;
        this.split = split;
        this.words = FigureWords.in(language);
        this.cells = new FigureCells(language);
        this.values = new ValueWords(teamId, language, new DatabaseNames(connection, teamId, language));
        this.work = new WorkChapters(
                new WorkFigures(connection, teamId.toString(), fiscalYear, split),
                split,
                listed,
                words,
                cells,
                values,
                DayWords.in(language));
        this.answers =
                new AnswerChapters(new AnswerFigures(connection, teamId.toString(), fiscalYear), labels, language);
    }

    public String title(Chapter chapter) {
        return words.say(chapter.word());
    }

    /** What a part of the work is called. */
    public String name(Split part) {
        return values.of(part);
    }

    public FigureChapter read(Chapter chapter) throws SQLException {
        List<String> notes = new ArrayList<>();
        if (!split.isTotal() && OF_THE_WHOLE.contains(chapter)) {
            notes.add(words.say("note.of_the_whole"));
        }
        List<FigureTable> tables = tables(chapter, notes);
        return new FigureChapter(chapter, title(chapter), words.say("lead." + chapter.key()), tables, notes);
    }

    private List<FigureTable> tables(Chapter chapter, List<String> notes) throws SQLException {
        return switch (chapter) {
            case PLAN -> work.plan();
            case LATE -> late(notes);
            case APPROACH -> work.approach();
            case VISIT -> work.visit();
            case REACH -> work.reach();
            case COVERAGE -> coverage(notes);
            case WORKSHOP -> work.workshop();
            case CONSULTATION -> work.consultation();
            case QUESTIONNAIRE -> questionnaires();
            case BEFORE_AFTER -> answers.beforeAfter();
            case SATISFACTION -> answers.satisfaction();
            case REFERRAL -> work.referral();
            case ACTION -> work.action();
            case FOLLOW_UP -> work.followUp();
            case HOURS -> work.hours();
            case RATING -> answers.ratings();
        };
    }

    private List<FigureTable> questionnaires() throws SQLException {
        List<FigureTable> tables = new ArrayList<>(work.questionnaire());
        if (split.isTotal()) {
            tables.addAll(answers.rounds());
        }
        return tables;
    }

    private List<FigureTable> late(List<String> notes) throws SQLException {
        List<FigureTable> tables = work.late();
        if (tables.get(0).rows().isEmpty()) {
            notes.add(words.say("note.none_late"));
        }
        return tables;
    }

    private List<FigureTable> coverage(List<String> notes) throws SQLException {
        CoverageTables coverage = CoverageTables.read(connection, teamId.toString(), fiscalYear, words, cells, values);
        if (!coverage.hasCensus()) {
            notes.add(words.say("note.no_census"));
            notes.add(words.say("note.import_census"));
            return List.of();
        }
        return coverage.tables();
    }
}
