package tsunagi.server.console.review;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchemas;
import tsunagi.server.console.page.FormFields;
import tsunagi.server.console.page.Page;
import tsunagi.server.team.Members;
import tsunagi.server.words.DatabaseNames;
import tsunagi.server.words.RecordWords;
import tsunagi.sync.v1.Body;
import tsunagi.sync.v1.Member;

/** Makes the form for a question back: who wrote the records, and who else can be asked. */
final class AskForms {
    private final Clock clock;
    private final Members members = new Members();
    private final RecordSchemas schemas = RecordSchemas.standard();

    AskForms(Clock clock) {
        this.clock = clock;
    }

    /**
     * The form with what was entered so far.
     *
     * @param authors who wrote the records
     */
    AskForm form(
            Page page,
            Connection connection,
            List<RecordKey> records,
            Collection<String> authors,
            FormFields entered,
            String back)
            throws SQLException {
        UUID teamId = page.team().orElseThrow().id();
        ReviewWords words = new ReviewWords(page, new DatabaseNames(connection, teamId, page.language()));
        List<Member> present = members.at(connection, teamId, clock.millis());
        String field = entered.text("field").orElse("");
        return new AskForm(
                words.records(records),
                records.size() == 1 ? fields(page, records.get(0).type()) : List.of(),
                field,
                people(connection, teamId, present),
                entered.text("person").orElse(""),
                inWords(page, words, authors),
                inWords(page, words, gone(present, authors)),
                entered.raw("question").orElse(""),
                back,
                "");
    }

    static AskForm withTrouble(AskForm form, String trouble) {
        return new AskForm(
                form.records(),
                form.fields(),
                form.field(),
                form.people(),
                form.person(),
                form.authors(),
                form.gone(),
                form.question(),
                form.back(),
                trouble);
    }

    private static String inWords(Page page, ReviewWords words, Collection<String> people) {
        return people.stream().distinct().map(words::person).collect(Collectors.joining(page.say("review.between")));
    }

    private static List<String> gone(List<Member> present, Collection<String> authors) {
        Set<String> ids = new HashSet<>();
        present.forEach(member -> ids.add(member.getPersonId()));
        return authors.stream().filter(author -> !ids.contains(author)).toList();
    }

    private List<AskForm.Choice> people(Connection connection, UUID teamId, List<Member> present) throws SQLException {
        Map<String, String> bodies = new HashMap<>();
        for (Body body : members.bodies(connection, teamId)) {
            bodies.put(body.getBodyId(), body.getName());
        }
        List<AskForm.Choice> people = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (Member member : present) {
            if (named.add(member.getPersonId())) {
                String body = Optional.ofNullable(bodies.get(member.getBodyId()))
                        .map(name -> "（" + name + "）")
                        .orElse("");
                people.add(new AskForm.Choice(member.getPersonId(), member.getName() + body));
            }
        }
        return people;
    }

    private List<AskForm.Choice> fields(Page page, int type) {
        RecordWords words = RecordWords.in(page.language());
        return schemas.find(type)
                .map(schema -> schema.descriptor().getFields().stream()
                        .map(field -> new AskForm.Choice(Integer.toString(field.getNumber()), words.field(field)))
                        .toList())
                .orElse(List.of());
    }
}
