package tsunagi.server.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tsunagi.merge.RecordState;
import tsunagi.record.RecordKey;
import tsunagi.server.admin.CommandException;
import tsunagi.server.admin.Configured;
import tsunagi.server.admin.Directory;
import tsunagi.server.admin.ServerData;
import tsunagi.server.desk.Desk;
import tsunagi.server.desk.DeskWord;

/** Takes an import back. */
@Command(
        name = "undo",
        description =
                "Deletes the records that an import made and that nobody touched since. What it only changed stays.")
final class ImportUndoCommand implements Callable<Integer> {
    @Parameters(paramLabel = "IMPORT", description = "the id that the import printed")
    private UUID importId;

    @Option(names = "--team", required = true, paramLabel = "TEAM", description = "its name or id")
    private String team;

    @Option(names = "--by", required = true, paramLabel = "PERSON", description = "who takes it back: name or id")
    private String person;

    @Mixin
    private Configured configured;

    @Override
    public Integer call() {
        return configured.withDesk(this::run);
    }

    private int run(ServerData data, Desk desk) {
        UUID teamId = data.database()
                .read(connection -> new Directory(connection).team(team))
                .id();
        String author = data.database().read(connection -> new Directory(connection).person(person));
        List<ImportedRecords.Imported> imported = new ImportedRecords(data.database(), teamId).of(importId);
        if (imported.isEmpty()) {
            throw new CommandException(
                    "このチームに取り込み " + importId + " はありません。 / There is no import " + importId + " in this team.");
        }
        List<RecordState> untouched = new ArrayList<>();
        int kept = 0;
        for (ImportedRecords.Imported record : imported) {
            RecordState state = desk.show(new RecordKey(teamId, record.type(), record.id()));
            if (state.life().isAlive() && record.isAllThereIs(state)) {
                untouched.add(state);
            } else if (state.life().isAlive()) {
                kept++;
            }
        }
        long deleted = desk.delete(teamId, author, untouched).stream()
                .filter(DeskWord.Taken.class::isInstance)
                .count();
        configured
                .out()
                .printf(
                        "%d 件を削除しました。その後に変更された、または以前からあった %d 件は残しました。 / %d deleted; %d that somebody touched since, or that were"
                                + " there before, were left.%n",
                        deleted, kept, deleted, kept);
        if (deleted < untouched.size()) {
            configured
                    .out()
                    .println("削除できなかった記録は確認待ちです: ./tsunagi parked list / The rest waits for a person: ./tsunagi"
                            + " parked list");
        }
        configured.out().flush();
        return 0;
    }
}
