package tsunagi.app.workplace;

import android.content.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import tsunagi.app.Parts;
import tsunagi.app.R;
import tsunagi.app.TsunagiApp;
import tsunagi.app.words.FieldWords;
import tsunagi.app.words.Names;
import tsunagi.records.v1.Contact;
import tsunagi.records.v1.Disclosure;
import tsunagi.sync.v1.TeamGrant;

/** Those who may be told something about a contact: bodies of the team, or everyone. Beside the main thread. */
final class DisclosedTo {
    /** In the place of a body's id. */
    static final String EVERYONE = "everyone";

    private final Context context;
    private final Names names;

    DisclosedTo(Context context, Names names) {
        this.context = context;
        this.names = names;
    }

    /** Their names by the keys of disclosures: everyone, the bodies of a team, and those that the contact named. */
    Map<String, String> all(UUID teamId, Contact contact) {
        Parts parts = TsunagiApp.parts(context);
        Map<String, String> all = new LinkedHashMap<>();
        all.put(EVERYONE, name(EVERYONE));
        parts.tablet()
                .teams()
                .find(teamId)
                .flatMap(team -> team.grant())
                .map(TeamGrant::getBodiesList)
                .ifPresent(bodies -> bodies.forEach(body -> all.put(body.getBodyId(), name(body.getBodyId()))));
        contact.getDisclosuresMap().keySet().forEach(key -> all.put(key, name(key)));
        return all;
    }

    private String name(String key) {
        return key.equals(EVERYONE) ? context.getString(R.string.disclosure_everyone) : names.body(key);
    }

    /** What may be passed on, to whom, in one line; empty where nobody may be told anything. */
    Optional<String> words(Contact contact) {
        FieldWords words = new FieldWords(context);
        String between = context.getString(R.string.word_between);
        String all = contact.getDisclosuresMap().entrySet().stream()
                .filter(entry -> entry.getValue().getItemsCount() > 0)
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> context.getString(
                        R.string.disclosure_line, name(entry.getKey()), items(words, entry.getValue(), between)))
                .collect(Collectors.joining("\n"));
        return Optional.of(all).filter(text -> !text.isEmpty());
    }

    private static String items(FieldWords words, Disclosure disclosure, String between) {
        return disclosure.getItemsList().stream()
                .map(item -> words.value(item.getValueDescriptor()))
                .collect(Collectors.joining(between));
    }
}
