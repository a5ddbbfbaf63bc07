package tsunagi.app.workshop;

import android.view.LayoutInflater;
import android.view.View;
import com.google.android.material.chip.Chip;
import com.google.android.material.chip.ChipGroup;
import tsunagi.app.R;

/** Names to choose several of. */
final class StaffChips {
    private StaffChips() {}

    /** Shows the names; what is chosen stands in the array as it is tapped. */
    static void fill(ChipGroup group, String[] names, boolean[] chosen) {
        for (int i = 0; i < names.length; i++) {
            int place = i;
            Chip chip = (Chip) LayoutInflater.from(group.getContext()).inflate(R.layout.workshop_chip, group, false);
            chip.setId(View.generateViewId());
            chip.setText(names[i]);
            chip.setChecked(chosen[i]);
            chip.setOnClickListener(tapped -> chosen[place] = chip.isChecked());
            group.addView(chip);
        }
    }
}
