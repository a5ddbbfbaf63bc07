package tsunagi.server.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagi.name.NameKey;
import tsunagi.records.v1.Workplace;
import tsunagi.server.imports.TeamRecords.Held;

/** The workplaces of a team by what they are called. */
final class Workplaces {
    private final Map<NameKey, List<Held<Workplace>>> byName = new HashMap<>();
    private final Map<String, List<Held<Workplace>>> byPhone = new HashMap<>();

    Workplaces(TeamRecords records) {
        for (Held<Workplace> held : records.all(Workplace.getDefaultInstance())) {
            List<String> names = new ArrayList<>(held.body().getAliasesList());
            names.add(0, held.body().getName());
            names.stream()
                    .map(NameKey::of)
                    .filter(key -> !key.isEmpty())
                    .distinct()
                    .forEach(key -> byName.computeIfAbsent(key, unknown -> new ArrayList<>())
                            .add(held));
            byPhone.computeIfAbsent(digits(held.body().getPhone()), unknown -> new ArrayList<>())
                    .add(held);
        }
    }

    List<Held<Workplace>> named(String name) {
        return byName.getOrDefault(NameKey.of(name), List.of());
    }

    /** Those with this telephone number, however it is parted; none where there is no number. */
    List<Held<Workplace>> withPhone(String phone) {
        return digits(phone).isEmpty() ? List.of() : byPhone.getOrDefault(digits(phone), List.of());
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }

    /** The one that a cell names; when there is none or more than one, the row is refused and the answer is empty. */
    Optional<Held<Workplace>> one(ImportRow row, String column) {
        return row.text(column).flatMap(name -> {
            List<Held<Workplace>> found = named(name);
            if (found.isEmpty()) {
                row.refuse(
                        column,
                        "事業場「" + name + "」がまだありません。先に事業場を取り込むか、「所属」の列に移してください。",
                        "There is no workplace '" + name
                                + "'. Import workplaces first, or use the column 'affiliation'.");
            } else if (found.size() > 1) {
                row.refuse(
                        column,
                        "事業場「" + name + "」が " + found.size() + " 件あり、どれか分かりません。どれかに別名を付け、その別名を書いてください。",
                        "There are " + found.size() + " workplaces '" + name + "'. Give one an alias and write that.");
            }
            return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
        });
    }
}
