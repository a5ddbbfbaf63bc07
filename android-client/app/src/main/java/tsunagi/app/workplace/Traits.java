package tsunagi.app.workplace;

import tsunagi.app.R;

/** The words for what two workplaces have in common. */
final class Traits {
    private Traits() {}

    static int words(Likeness.Trait trait) {
        return switch (trait) {
            case SAME_NAME -> R.string.edit_same_name;
            case SIMILAR_NAME -> R.string.edit_similar_name;
            case SAME_CORPORATE_NUMBER -> R.string.edit_same_corporate_number;
            case SAME_PHONE -> R.string.edit_same_phone;
            case SAME_ADDRESS -> R.string.edit_same_address;
        };
    }
}
