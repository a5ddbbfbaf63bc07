package tsunagi.questionnaires;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.kxml2.kdom.Element;
import tsunagi.questionnaires.FormFault.Kind;
import tsunagi.records.v1.BetterDirection;
import tsunagi.records.v1.MissingItems;
import tsunagi.records.v1.ResponseSubject;
import tsunagi.records.v1.RoundIdentity;
import tsunagi.records.v1.Scale;
import tsunagi.records.v1.ScaleItem;
import tsunagi.records.v1.ScaleMethod;

/** Reads the {@link FormMeaning} that an XForm carries. */
final class MeaningText {
    private final Set<String> nodes;
    private final List<FormFault> faults;

    private MeaningText(Set<String> nodes, List<FormFault> faults) {
        this.nodes = nodes;
        this.faults = faults;
    }

    /**
     * What the element says.
     *
     * @param nodes the paths of the form, one of which every item bears
     * @param faults where what cannot be understood is added
     */
    static FormMeaning read(Element form, Set<String> nodes, List<FormFault> faults) {
        return new MeaningText(nodes, faults).form(form);
    }

    private FormMeaning form(Element form) {
        Optional<ResponseSubject> subject = word(form, "subject", ResponseSubject.class);
        List<RoundIdentity> identities = new ArrayList<>();
        for (String word : said(form, "identities").orElse("").split(" ", -1)) {
            if (!word.isEmpty()) {
                find("identities", word, RoundIdentity.class).ifPresent(identities::add);
            }
        }
        Map<String, Scale> scales = new LinkedHashMap<>();
        for (Element scale : children(form, "scale")) {
            scales.put(said(scale, "key").orElse(""), scale(scale));
        }
        scales.values().forEach(scale -> checkReferences(scale, scales.keySet()));
        return new FormMeaning(subject, identities, scales);
    }

    private Scale scale(Element element) {
        Scale.Builder scale = Scale.newBuilder();
        said(element, "name").ifPresent(scale::setName);
        word(element, "better", BetterDirection.class).ifPresent(scale::setBetter);
        number(element, "least", scale::setLeast);
        number(element, "most", scale::setMost);
        said(element, "unit").ifPresent(scale::setUnit);
        word(element, "method", ScaleMethod.class).ifPresent(scale::setMethod);
        number(element, "missing_most", number -> scale.setMissingItemsMost(number.intValue()));
        word(element, "missing", MissingItems.class).ifPresent(scale::setMissingItems);
        said(element, "needed").map(Boolean::parseBoolean).ifPresent(scale::setIsNeeded);
        children(element, "item").forEach(item -> scale.addItems(item(item)));
        return scale.build();
    }

    private ScaleItem item(Element element) {
        ScaleItem.Builder item = ScaleItem.newBuilder();
        said(element, "path").ifPresent(item::setQuestionPath);
        said(element, "scale").ifPresent(item::setScaleKey);
        number(element, "least", item::setLeast);
        number(element, "most", item::setMost);
        said(element, "reversed").map(Boolean::parseBoolean).ifPresent(item::setIsReversed);
        number(element, "not_asked", item::setPointsWhenNotAsked);
        for (Element points : children(element, "points")) {
            String choice = said(points, "choice").orElse("");
            number(points, "value", value -> item.putPoints(choice, value));
        }
        return item.build();
    }

    private void checkReferences(Scale scale, Set<String> keys) {
        for (ScaleItem item : scale.getItemsList()) {
            String path = item.getQuestionPath();
            boolean isThere = item.hasScaleKey() ? keys.contains(item.getScaleKey()) : nodes.contains(path);
            if (!isThere) {
                faults.add(FormFault.of(
                        Kind.UNKNOWN_REFERENCE,
                        path + item.getScaleKey(),
                        "尺度「" + scale.getName() + "」の項目 " + path + item.getScaleKey() + " が調査票にありません。",
                        "The scale '" + scale.getName() + "' has an item " + path + item.getScaleKey()
                                + ", which is not in the form."));
            }
        }
    }

    private void number(Element element, String attribute, Consumer<Double> taker) {
        said(element, attribute).ifPresent(words -> {
            try {
                taker.accept(Double.parseDouble(words));
            } catch (NumberFormatException e) {
                faults.add(notUnderstood(attribute, words));
            }
        });
    }

    private <E extends Enum<E>> Optional<E> word(Element element, String attribute, Class<E> type) {
        return said(element, attribute).flatMap(word -> find(attribute, word, type));
    }

    private <E extends Enum<E>> Optional<E> find(String attribute, String word, Class<E> type) {
        Optional<E> value = EnumWord.find(type, word);
        if (!value.isPresent()) {
            faults.add(notUnderstood(attribute, word));
        }
        return value;
    }

    private static FormFault notUnderstood(String attribute, String words) {
        return FormFault.of(
                Kind.UNSUPPORTED,
                attribute + "=" + words,
                "採点などの設定 " + attribute + " の「" + words + "」が分かりません。",
                "The form says " + attribute + " '" + words + "', which is not understood.");
    }

    private static Optional<String> said(Element element, String attribute) {
        return Optional.ofNullable(element.getAttributeValue("", attribute));
    }

    private static List<Element> children(Element element, String name) {
        List<Element> children = new ArrayList<>();
        for (int i = 0; i < element.getChildCount(); i++) {
            if (element.getChild(i) instanceof Element child && child.getName().equals(name)) {
                children.add(child);
            }
        }
        return children;
    }
}
