package tsunagi.app.visit;

import android.content.Context;
import android.view.LayoutInflater;
import com.google.android.material.chip.Chip;
import com.google.android.material.chip.ChipGroup;
import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import tsunagi.app.R;

/** Things to choose from, each a chip that a tap chooses and a second tap lets go. */
final class Choices<K> {
    private final ChipGroup group;
    private final boolean isOne;
    private final BiConsumer<K, Boolean> tapped;
    private final Map<K, Chip> chips = new LinkedHashMap<>();
    private Map<K, String> offered = Collections.emptyMap();

    private Choices(ChipGroup group, boolean isOne, BiConsumer<K, Boolean> tapped) {
        this.group = group;
        this.isOne = isOne;
        this.tapped = tapped;
    }

    /** Chips that tell of each tap. */
    static <K> Choices<K> each(ChipGroup group, BiConsumer<K, Boolean> tapped) {
        return new Choices<>(group, false, tapped);
    }

    /** Chips that tell of each tap, of which one may be chosen. */
    static <K> Choices<K> one(ChipGroup group, BiConsumer<K, Boolean> tapped) {
        return new Choices<>(group, true, tapped);
    }

    /** Chips of which several may be chosen; told is what is chosen after a tap, also what is not offered here. */
    static <K> Choices<K> several(ChipGroup group, Supplier<List<K>> now, Consumer<List<K>> chosen) {
        return new Choices<>(group, false, (key, isChosen) -> {
            Set<K> keys = new LinkedHashSet<>(now.get());
            if (isChosen) {
                keys.add(key);
            } else {
                keys.remove(key);
            }
            chosen.accept(new ArrayList<>(keys));
        });
    }

    /** Chips of which one may be chosen, which is a field of the record. */
    static <K, M extends Message> Choices<K> one(ChipGroup group, Form<M> form, int number, Function<K, M> with) {
        return one(group, (key, isChosen) -> form.replace(number, isChosen ? with.apply(key) : form.prototype()));
    }

    /** Chips of which several may be chosen, which are a field of the record. */
    static <K, M extends Message> Choices<K> several(
            ChipGroup group, Form<M> form, int number, Function<M, List<K>> now, Function<List<K>, M> with) {
        return several(group, () -> now.apply(form.now()), chosen -> form.replace(number, with.apply(chosen)));
    }

    /** Offers these, in this order. */
    Choices<K> offer(Map<K, String> words) {
        if (!words.equals(offered)) {
            offered = new LinkedHashMap<>(words);
            chips.values().forEach(group::removeView);
            chips.clear();
            int place = 0;
            for (Map.Entry<K, String> word : words.entrySet()) {
                Chip chip = chip(group, word.getValue());
                chip.setOnClickListener(view -> tap(word.getKey(), chip.isChecked()));
                chips.put(word.getKey(), chip);
                group.addView(chip, place++);
            }
        }
        return this;
    }

    private void tap(K key, boolean isChosen) {
        tapped.accept(key, isChosen);
        if (isOne) {
            show(isChosen ? key : null);
        }
    }

    Choices<K> offerWords(Map<K, Integer> words) {
        return offer(texts(group.getContext(), words));
    }

    static <K> Map<K, String> texts(Context context, Map<K, Integer> words) {
        Map<K, String> texts = new LinkedHashMap<>();
        words.forEach((key, word) -> texts.put(key, context.getString(word)));
        return texts;
    }

    void show(Collection<K> chosen) {
        chips.forEach((key, chip) -> chip.setChecked(chosen.contains(key)));
    }

    void show(K chosen) {
        show(Collections.singleton(chosen));
    }

    private static Chip chip(ChipGroup group, String text) {
        Chip chip = (Chip) LayoutInflater.from(group.getContext()).inflate(R.layout.visit_chip, group, false);
        chip.setText(text);
        return chip;
    }
}
