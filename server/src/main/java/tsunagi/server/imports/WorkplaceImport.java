package tsunagi.server.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagi.calendar.FiscalYear;
import tsunagi.merge.RecordState;
import tsunagi.name.Kana;
import tsunagi.name.NameKey;
import tsunagi.record.DerivedId;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Headcount;
import tsunagi.records.v1.Workplace;
import tsunagi.server.imports.TeamRecords.Held;

/** Imports workplaces: one row, one workplace. It is the same as one that is there when name and place are. */
final class WorkplaceImport implements Importer {
    private static final int TYPE = TeamRecords.typeOf(Workplace.getDefaultInstance());

    private final TeamRecords records;
    private final Workplaces workplaces;
    private final Filling filling;
    private final Map<RecordKey, Integer> rowsByRecord = new HashMap<>();

    WorkplaceImport(TeamRecords records, boolean overwrites) {
        this.records = records;
        this.workplaces = new Workplaces(records);
        this.filling = new Filling(overwrites, records);
    }

    @Override
    public List<Planned> plan(List<ImportRow> rows) {
        return rows.stream().map(this::plan).toList();
    }

    private Planned plan(ImportRow row) {
        Workplace wanted = read(row);
        Optional<RecordState> there = row.isRefused() ? Optional.empty() : find(wanted, row);
        if (there.isEmpty()) {
            return Planned.refused(row, wanted.getName());
        }
        Integer earlier = rowsByRecord.putIfAbsent(there.get().key(), row.number());
        if (earlier != null) {
            row.refuse(
                    "name",
                    earlier + " 行目と同じ事業場に見えます。別の事業場なら住所か市区町村コードを入れてください。",
                    "This looks like the workplace of row " + earlier + ". If it is another, give its address.");
            return Planned.refused(row, wanted.getName());
        }
        Workplace named = there.get().exists() && there.get().life().isAlive() ? withoutName(wanted) : wanted;
        var edit = filling.edit(there.get(), named, row);
        return row.isRefused()
                ? Planned.refused(row, wanted.getName())
                : Planned.of(row, wanted.getName(), List.of(edit));
    }

    /** By its name it was found; that it is written (株) here and 株式会社 there changes nothing. */
    private static Workplace withoutName(Workplace wanted) {
        return wanted.toBuilder().clearName().build();
    }

    private Workplace read(ImportRow row) {
        Workplace.Builder workplace = Workplace.newBuilder();
        row.text("name").ifPresentOrElse(workplace::setName, () -> Missing.refuse(row, "name", ImportKind.WORKPLACES));
        row.text("name_reading").map(Kana::toHiragana).ifPresent(workplace::setNameReading);
        row.text("corporate_number").map(WorkplaceImport::digits).ifPresent(workplace::setCorporateNumber);
        row.choice("industry", Words.INDUSTRIES).ifPresent(workplace::setIndustry);
        row.text("business").ifPresent(workplace::setBusiness);
        row.text("postal_code").map(WorkplaceImport::digits).ifPresent(workplace::setPostalCode);
        row.text("municipality_code").map(MunicipalityCode::five).ifPresent(workplace::setMunicipalityCode);
        row.text("address").ifPresent(workplace::setAddress);
        row.text("phone").map(WorkplaceImport::phone).ifPresent(workplace::setPhone);
        row.text("visiting_notes").ifPresent(workplace::setVisitingNotes);
        row.day("closed_on").ifPresent(workplace::setClosedOn);
        row.text("aliases").ifPresent(names -> workplace.addAllAliases(parts(names)));
        for (String insurer : row.text("insurers").map(WorkplaceImport::parts).orElse(List.of())) {
            Words.INSURERS
                    .find(insurer)
                    .ifPresentOrElse(
                            workplace::addInsurerKinds,
                            () -> row.refuse(
                                    "insurers",
                                    "「" + insurer + "」は分かりません。使える言葉: " + Words.INSURERS.japanese() + "。",
                                    "'" + insurer + "' is not known. There are: " + Words.INSURERS.japanese() + "."));
        }
        readPeople(row, workplace);
        return workplace.build();
    }

    private static void readPeople(ImportRow row, Workplace.Builder workplace) {
        Optional<Integer> people = row.count("people");
        Optional<String> asOf = row.day("as_of");
        if (people.isEmpty()) {
            return;
        }
        if (asOf.isEmpty() && row.text("as_of").isPresent()) {
            // That it is no day was said already.
            return;
        }
        if (asOf.isEmpty()) {
            row.refuse(
                    "people",
                    "従業員数がいつの数か分かりません。「従業員数の基準日」の列に日付を入れてください。",
                    "The head-count needs a day; put it into the column 'as_of'.");
            return;
        }
        FiscalYear year = FiscalYear.of(LocalDate.parse(asOf.get()));
        workplace.putHeadcounts(
                Integer.toString(year.startingYear()),
                Headcount.newBuilder()
                        .setPeople(people.get())
                        .setAsOfOn(asOf.get())
                        .build());
    }

    private Optional<RecordState> find(Workplace wanted, ImportRow row) {
        List<Held<Workplace>> same = new ArrayList<>(workplaces.named(wanted.getName()));
        same.removeIf(held -> !isSamePlace(held.body(), wanted));
        if (same.size() > 1) {
            row.refuse(
                    "name",
                    "同じ名前の事業場がすでに " + same.size() + " 件あり、どれか分かりません。住所か市区町村コードを入れてください。",
                    "There are " + same.size() + " such workplaces; give the address or the municipality.");
            return Optional.empty();
        }
        if (same.size() == 1) {
            return Optional.of(same.get(0).state());
        }
        noteLookalikes(wanted, row);
        List<String> key = List.of(
                "import",
                NameKey.of(wanted.getName()).text(),
                wanted.getMunicipalityCode(),
                NameKey.of(wanted.getAddress()).text());
        return Optional.of(
                records.state(new RecordKey(records.teamId(), TYPE, DerivedId.of(records.teamId(), TYPE, key))));
    }

    /** What is not said on either side tells nothing apart. */
    private static boolean isSamePlace(Workplace one, Workplace other) {
        return isSame(one.getMunicipalityCode(), other.getMunicipalityCode())
                && isSame(
                        NameKey.of(one.getAddress()).text(),
                        NameKey.of(other.getAddress()).text());
    }

    private static boolean isSame(String one, String other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }

    private void noteLookalikes(Workplace wanted, ImportRow row) {
        workplaces.named(wanted.getName()).forEach(held -> note(row, "name", "名前が同じ", "same name", held));
        workplaces.withPhone(wanted.getPhone()).stream()
                .filter(held -> !workplaces.named(wanted.getName()).contains(held))
                .forEach(held -> note(row, "phone", "電話番号が同じ", "same telephone number", held));
    }

    private static void note(ImportRow row, String column, String whyJa, String whyEn, Held<Workplace> held) {
        String name = held.body().getName();
        row.note(
                column,
                "すでにある「" + name + "」(" + held.body().getAddress() + ")と同じかもしれません(" + whyJa + ")。",
                "This may be the same as '" + name + "', which is there (" + whyEn + ").");
    }

    private static List<String> parts(String text) {
        return List.of(text.split("\\s*[、,;/・]\\s*"));
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }

    /** Digits and hyphens; spreadsheets love to take the leading 0 away. */
    private static String phone(String text) {
        String plain =
                text.replaceAll("[‐‑–—−ー()\\s]", "-").replaceAll("-+", "-").replaceAll("^-|-$", "");
        return plain.matches("[1-9][0-9]{8,9}") ? "0" + plain : plain;
    }
}
