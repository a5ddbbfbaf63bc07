package tsunagi.xlsform;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsunagi.records.v1.ResponseSubject;
import tsunagi.records.v1.RoundIdentity;

/** What the settings sheet says, and what holds where it says nothing. */
final class FormSettings {
    private static final Pattern NAMESPACE = Pattern.compile("([A-Za-z_][\\w.-]*)\\s*=\\s*[\"']([^\"']+)[\"']");
    private static final Map<String, String[]> REFUSED = Map.of(
            "public_key",
            new String[] {
                "暗号化フォームには対応していません。端末とサーバーの間は常に暗号化されています。この列を消してください。",
                "Encrypted forms are not supported; tablets and server always speak encrypted. Take the column out."
            },
            "submission_url",
            new String[] {
                "送り先は調査票では決められません。この列を消してください。", "Where answers go is not for the form to say. Take the column out."
            });
    private static final Set<String> USED = Set.of(
            "form_title",
            "form_id",
            "version",
            "default_language",
            "instance_name",
            "style",
            "allow_choice_duplicates",
            "namespaces",
            "name",
            "clean_text_values",
            "subject",
            "identity");
    private static final Map<String, ResponseSubject> SUBJECTS = Map.of(
            "respondent", ResponseSubject.RESPONSE_SUBJECT_RESPONDENT,
            "回答者", ResponseSubject.RESPONSE_SUBJECT_RESPONDENT,
            "workplace", ResponseSubject.RESPONSE_SUBJECT_WORKPLACE,
            "事業場", ResponseSubject.RESPONSE_SUBJECT_WORKPLACE,
            "support", ResponseSubject.RESPONSE_SUBJECT_SUPPORT,
            "支援", ResponseSubject.RESPONSE_SUBJECT_SUPPORT);
    private static final Map<String, RoundIdentity> IDENTITIES = Map.of(
            "anonymous", RoundIdentity.ROUND_IDENTITY_ANONYMOUS,
            "無記名", RoundIdentity.ROUND_IDENTITY_ANONYMOUS,
            "coded", RoundIdentity.ROUND_IDENTITY_CODED,
            "コード", RoundIdentity.ROUND_IDENTITY_CODED,
            "named", RoundIdentity.ROUND_IDENTITY_NAMED,
            "記名", RoundIdentity.ROUND_IDENTITY_NAMED);

    private final Row row;
    private final String fileName;
    private final Map<String, String> namespaces = new LinkedHashMap<>();
    private final Set<RoundIdentity> identities = new LinkedHashSet<>();

    private FormSettings(Row row, String fileName) {
        this.row = row;
        this.fileName = fileName;
    }

    static FormSettings of(List<Row> rows, String fileName, List<Issue> issues) {
        Row row = rows.isEmpty() ? new Row("settings", 2) : rows.get(0);
        FormSettings settings = new FormSettings(row, fileName);
        if (rows.size() > 1) {
            issues.add(Issue.warning(
                    rows.get(1).cell(), "settings は最初の行だけを使います。", "Only the first row of settings is used."));
        }
        row.under("").forEach((name, value) -> {
            if (REFUSED.containsKey(name)) {
                issues.add(Issue.error(row.cell(name), REFUSED.get(name)[0], REFUSED.get(name)[1]));
            } else if (!USED.contains(name) && !name.startsWith("attribute::")) {
                issues.add(Issue.warning(
                        row.cell(name), "設定「" + name + "」は使いません。", "The setting " + name + " is not used."));
            }
        });
        settings.check(issues);
        return settings;
    }

    private void check(List<Issue> issues) {
        Matcher matcher = NAMESPACE.matcher(Words.expression(row.get("namespaces")));
        while (matcher.find()) {
            namespaces.put("xmlns:" + matcher.group(1), matcher.group(2));
        }
        if (!formId().matches("[A-Za-z0-9_][A-Za-z0-9_.:/-]*")) {
            issues.add(Issue.error(
                    row.cell("form_id"),
                    "form_id「" + formId() + "」は使えません。settings シートの form_id に半角英数字と _ で書いてください(例: low_back)。",
                    "The form_id '" + formId()
                            + "' cannot be used; write one of letters, digits and _ into the settings sheet, as in"
                            + " low_back."));
        }
        if (!Words.isNodeName(rootName())) {
            issues.add(Issue.error(
                    row.cell("name"),
                    "settings の name は半角英数字で書いてください。",
                    "The setting name is written in plain letters."));
        }
        checkMeaning(issues);
    }

    private void checkMeaning(List<Issue> issues) {
        if (!row.get("subject").isEmpty() && subject().isEmpty()) {
            issues.add(notKnown("subject", row.get("subject"), "respondent, workplace, support"));
        }
        for (String word : Words.key(row.get("identity")).split("[_,、・]+", -1)) {
            RoundIdentity identity = IDENTITIES.get(word);
            if (identity != null) {
                identities.add(identity);
            } else if (!word.isEmpty()) {
                issues.add(notKnown("identity", word, "anonymous, coded, named"));
            }
        }
        boolean asksOfPeople = subject().orElse(ResponseSubject.RESPONSE_SUBJECT_RESPONDENT)
                == ResponseSubject.RESPONSE_SUBJECT_RESPONDENT;
        if (!asksOfPeople && identities.contains(RoundIdentity.ROUND_IDENTITY_CODED)) {
            issues.add(Issue.error(
                    row.cell("identity"),
                    "回答者以外についての調査票に、照合コードは使えません。coded を消してください。",
                    "A form that is not about its respondents has no match codes; take coded out."));
        }
    }

    private Issue notKnown(String column, String word, String known) {
        return Issue.error(
                row.cell(column),
                "「" + word + "」は使えません。使えるのは: " + known,
                "'" + word + "' is not known here. There are: " + known);
    }

    String title() {
        return row.get("form_title").isEmpty() ? formId() : row.get("form_title");
    }

    String formId() {
        return row.get("form_id").isEmpty() ? fileName : Words.narrow(row.get("form_id"));
    }

    String version() {
        return row.get("version");
    }

    String defaultLanguage() {
        return Columns.language(row.get("default_language"));
    }

    Optional<ResponseSubject> subject() {
        return Optional.ofNullable(SUBJECTS.get(Words.key(row.get("subject"))));
    }

    /** What rounds may know of who answers; none when the form does not mind. */
    List<RoundIdentity> identities() {
        return List.copyOf(identities);
    }

    String instanceName() {
        return row.get("instance_name");
    }

    String style() {
        return row.get("style");
    }

    String rootName() {
        return row.get("name").isEmpty() ? "data" : row.get("name");
    }

    boolean mayRepeatChoices() {
        return Words.yesOrNo(row.get("allow_choice_duplicates")).orElse(false);
    }

    /** Attributes {@code xmlns:…} with what they stand for. */
    Map<String, String> namespaces() {
        return namespaces;
    }

    Map<String, String> attributes() {
        return row.under("attribute::");
    }

    Cell cell(String name) {
        return row.cell(name);
    }
}
