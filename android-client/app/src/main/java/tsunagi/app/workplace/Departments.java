package tsunagi.app.workplace;

import java.util.Comparator;
import tsunagi.records.v1.Department;

/** The order in which departments stand in lists. */
final class Departments {
    /** By their place, then by name; those without a place come last. */
    static final Comparator<Department> IN_ORDER =
            Comparator.comparingInt(Departments::place).thenComparing(Department::getName);

    private Departments() {}

    private static int place(Department department) {
        return department.hasDisplayOrder() ? department.getDisplayOrder() : Integer.MAX_VALUE;
    }
}
