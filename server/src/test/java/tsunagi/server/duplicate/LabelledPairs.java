package tsunagi.server.duplicate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import tsunagi.records.v1.Contact;
import tsunagi.records.v1.ContactRole;
import tsunagi.records.v1.Employment;
import tsunagi.records.v1.Industry;
import tsunagi.records.v1.Occupation;
import tsunagi.records.v1.Participant;
import tsunagi.records.v1.ParticipantSide;
import tsunagi.records.v1.StaffMember;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.VisitKind;
import tsunagi.records.v1.VisitOutcome;
import tsunagi.records.v1.VisitState;
import tsunagi.records.v1.Workplace;

/** Pairs of invented records of which a person has said whether they are one: a file a type, a line a pair. */
final class LabelledPairs {
    private LabelledPairs() {}

    /**
     * A pair.
     *
     * @param isSame what the person said
     * @param note why the pair is in the file
     */
    record Labelled(boolean isSame, String note, Traits one, Traits other) {
        boolean isProposed() {
            return !Collections.disjoint(one.blocks(), other.blocks())
                    && one.likeness(other).isProposed();
        }
    }

    static List<Labelled> workplaces() {
        return read("workplaces", LabelledPairs::workplace);
    }

    static List<Labelled> contacts() {
        return read("contacts", LabelledPairs::contact);
    }

    static List<Labelled> participants() {
        return read("participants", LabelledPairs::participant);
    }

    static List<Labelled> visits() {
        return read("visits", LabelledPairs::visit);
    }

    private static List<Labelled> read(String file, Function<List<String>, Traits> record) {
        try (InputStream stream = LabelledPairs.class.getResourceAsStream(file + ".csv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> labelled(line, record)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Labelled labelled(String line, Function<List<String>, Traits> record) {
        List<String> cells = List.of(line.split(",", -1));
        if (cells.size() % 2 != 0 || !List.of("same", "different").contains(cells.get(0))) {
            throw new IllegalArgumentException("no pair: " + line);
        }
        int half = (cells.size() - 2) / 2;
        return new Labelled(
                cells.get(0).equals("same"),
                cells.get(1),
                record.apply(cells.subList(2, 2 + half)),
                record.apply(cells.subList(2 + half, cells.size())));
    }

    private static Traits workplace(List<String> cells) {
        List<String> names = List.of(cells.get(0).split("\\|", -1));
        return WorkplaceTraits.of(Workplace.newBuilder()
                .setName(names.get(0))
                .addAllAliases(names.subList(1, names.size()))
                .setNameReading(cells.get(1))
                .setCorporateNumber(cells.get(2))
                .setPhone(cells.get(3))
                .setMunicipalityCode(cells.get(4))
                .setAddress(cells.get(5))
                .setIndustry(industry(cells.get(6)))
                .build());
    }

    private static Industry industry(String letter) {
        return Stream.of(Industry.values())
                .filter(industry -> !letter.isEmpty() && industry.name().startsWith("INDUSTRY_" + letter + "_"))
                .findFirst()
                .orElse(Industry.INDUSTRY_UNSPECIFIED);
    }

    private static Traits contact(List<String> cells) {
        Contact.Builder contact = Contact.newBuilder()
                .setName(cells.get(0))
                .setNameReading(cells.get(1))
                .setPhone(cells.get(3))
                .setEmail(cells.get(4))
                .setJobTitle(cells.get(5));
        if (!cells.get(6).isEmpty()) {
            contact.addRoles(ContactRole.valueOf("CONTACT_ROLE_" + cells.get(6)));
        }
        return ContactTraits.of(contact.build(), cells.get(2), Digits.of(cells.get(7)));
    }

    private static Traits participant(List<String> cells) {
        return ParticipantTraits.of(
                Participant.newBuilder()
                        .setName(cells.get(0))
                        .setNameReading(cells.get(1))
                        .setAffiliation(cells.get(3))
                        .setDepartmentKey(cells.get(4))
                        .setSide(ParticipantSide.valueOf("PARTICIPANT_SIDE_" + said(cells.get(5))))
                        .setOccupation(Occupation.valueOf("OCCUPATION_" + said(cells.get(6))))
                        .setEmployment(Employment.valueOf("EMPLOYMENT_" + said(cells.get(7))))
                        .build(),
                cells.get(2));
    }

    private static Traits visit(List<String> cells) {
        Visit.Builder visit = Visit.newBuilder()
                .setVisitOn(cells.get(1))
                .setStartsAt(cells.get(2))
                .setOutcome(VisitOutcome.newBuilder().setState(VisitState.valueOf("VISIT_STATE_" + said(cells.get(3)))))
                .setFindings(cells.get(7));
        if (!cells.get(4).isEmpty()) {
            visit.putMembers(cells.get(4), StaffMember.getDefaultInstance());
        }
        if (!cells.get(5).isEmpty()) {
            visit.addKinds(VisitKind.valueOf("VISIT_KIND_" + cells.get(5)));
        }
        if (!cells.get(6).isEmpty()) {
            visit.addMetContactIds(cells.get(6));
        }
        return VisitTraits.of(visit.build(), cells.get(0));
    }

    private static String said(String cell) {
        return cell.isEmpty() ? "UNSPECIFIED" : cell;
    }
}
