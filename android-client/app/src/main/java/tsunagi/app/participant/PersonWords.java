package tsunagi.app.participant;

import tsunagi.app.R;
import tsunagi.records.v1.Employment;
import tsunagi.records.v1.Occupation;

/** The words on screens for how somebody is employed and what somebody works as. */
public final class PersonWords {
    private PersonWords() {}

    public static int of(Employment employment) {
        return switch (employment) {
            case EMPLOYMENT_REGULAR -> R.string.employment_regular;
            case EMPLOYMENT_PART_TIME -> R.string.employment_part_time;
            case EMPLOYMENT_FIXED_TERM -> R.string.employment_fixed_term;
            case EMPLOYMENT_AGENCY -> R.string.employment_agency;
            case EMPLOYMENT_OWNER_FAMILY -> R.string.employment_owner_family;
            case EMPLOYMENT_OTHER -> R.string.employment_other;
            case EMPLOYMENT_UNSPECIFIED, UNRECOGNIZED -> R.string.person_not_said;
        };
    }

    public static int of(Occupation occupation) {
        return switch (occupation) {
            case OCCUPATION_PUBLIC_HEALTH_NURSE -> R.string.occupation_public_health_nurse;
            case OCCUPATION_NURSE -> R.string.occupation_nurse;
            case OCCUPATION_PHYSICIAN -> R.string.occupation_physician;
            case OCCUPATION_DIETITIAN -> R.string.occupation_dietitian;
            case OCCUPATION_DENTAL -> R.string.occupation_dental;
            case OCCUPATION_PHYSICAL_THERAPIST -> R.string.occupation_physical_therapist;
            case OCCUPATION_OCCUPATIONAL_THERAPIST -> R.string.occupation_occupational_therapist;
            case OCCUPATION_PSYCHOLOGIST -> R.string.occupation_psychologist;
            case OCCUPATION_EXERCISE_INSTRUCTOR -> R.string.occupation_exercise_instructor;
            case OCCUPATION_LABOUR_CONSULTANT -> R.string.occupation_labour_consultant;
            case OCCUPATION_GOVERNMENT_CLERK -> R.string.occupation_government_clerk;
            case OCCUPATION_CHAMBER_STAFF -> R.string.occupation_chamber_staff;
            case OCCUPATION_OWNER -> R.string.occupation_owner;
            case OCCUPATION_MANAGER -> R.string.occupation_manager;
            case OCCUPATION_PERSONNEL -> R.string.occupation_personnel;
            case OCCUPATION_OFFICE -> R.string.occupation_office;
            case OCCUPATION_SALES -> R.string.occupation_sales;
            case OCCUPATION_PRODUCTION -> R.string.occupation_production;
            case OCCUPATION_DRIVER -> R.string.occupation_driver;
            case OCCUPATION_SERVICE -> R.string.occupation_service;
            case OCCUPATION_CARE -> R.string.occupation_care;
            case OCCUPATION_OTHER -> R.string.occupation_other;
            case OCCUPATION_UNSPECIFIED, UNRECOGNIZED -> R.string.person_not_said;
        };
    }
}
