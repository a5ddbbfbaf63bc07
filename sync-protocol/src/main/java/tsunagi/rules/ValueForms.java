package tsunagi.rules;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.MapEntry;
import com.google.protobuf.Message;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tsunagi.name.Kana;

/**
 * Whether the values of a record have the form that their fields ask for, by the names the schema gives to fields: days end in {@code
 * _on}, and so on. So a field that is added later is checked from its first day.
 */
final class ValueForms {
    private static final Pattern PHONE = Pattern.compile("0[0-9]{1,4}-?[0-9]{1,4}-?[0-9]{3,4}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final int SHA256_BYTES = 32;
    private static final Set<String> MAY_BE_NEGATIVE = new HashSet<>(Arrays.asList("display_order"));

    private final Findings found;

    ValueForms(Findings found) {
        this.found = found;
    }

    void check(Message record) {
        check(record, "");
    }

    private void check(Message message, String prefix) {
        for (Map.Entry<FieldDescriptor, Object> entry : message.getAllFields().entrySet()) {
            FieldDescriptor field = entry.getKey();
            String path = prefix + field.getName();
            if (!field.isRepeated()) {
                checkValue(field, path, entry.getValue());
                continue;
            }
            int position = 1;
            for (Object element : (List<?>) entry.getValue()) {
                checkElement(field, path, position++, element);
            }
        }
    }

    private void checkElement(FieldDescriptor field, String path, int position, Object element) {
        if (element instanceof MapEntry<?, ?> entry) {
            if (entry.getValue() instanceof Message value) {
                check(value, path + "." + entry.getKey() + ".");
            }
        } else if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
            check((Message) element, path + "." + position + ".");
        } else {
            checkValue(field, path, element);
        }
    }

    private void checkValue(FieldDescriptor field, String path, Object value) {
        switch (field.getJavaType()) {
            case MESSAGE -> check((Message) value, path + ".");
            case STRING -> checkText(field.getName(), path, (String) value);
            case INT, LONG -> checkNumber(field.getName(), path, ((Number) value).doubleValue());
            case DOUBLE -> {
                if (field.getName().endsWith("_kilograms")) {
                    checkNumber(field.getName(), path, (Double) value);
                }
            }
            case BYTE_STRING -> checkBytes(field.getName(), path, (ByteString) value);
            case BOOLEAN, ENUM, FLOAT -> {
                // Any value is one.
            }
        }
    }

    private void checkNumber(String name, String path, double value) {
        if (value < 0 && !MAY_BE_NEGATIVE.contains(name)) {
            found.error(
                    path, "negative", "0 より小さい数は入れられません。数を確かめてください。", "A number below 0 cannot be. Check the number.");
        }
    }

    private void checkBytes(String name, String path, ByteString value) {
        if (name.equals("sha256") && value.size() != SHA256_BYTES) {
            found.error(
                    path,
                    "damaged",
                    "添付ファイルの記録がこわれています。もう一度添付してください。",
                    "The note of the attached file is damaged. Attach it again.");
        }
    }

    private void checkText(String name, String path, String text) {
        if (text.isEmpty()) {
            return;
        }
        if (name.endsWith("_on")) {
            checkDay(path, text);
        } else if (name.equals("starts_at") || name.equals("ends_at")) {
            checkTime(path, text);
        } else if (name.endsWith("_month_day")) {
            checkMonthDay(path, text);
        } else {
            checkCode(name, path, text);
        }
    }

    private void checkDay(String path, String text) {
        if (!Days.day(text).isPresent()) {
            found.error(
                    path,
                    "not_a_day",
                    "「" + text + "」という日付はありません。2024-07-26 のように入れてください。",
                    "'" + text + "' is no day. Enter it like 2024-07-26.");
        }
    }

    private void checkTime(String path, String text) {
        if (!Days.time(text).isPresent()) {
            found.error(
                    path,
                    "not_a_time",
                    "「" + text + "」は時刻として読めません。09:30 のように入れてください。",
                    "'" + text + "' is no time of day. Enter it like 09:30.");
        }
    }

    private void checkMonthDay(String path, String text) {
        if (!Days.isMonthDay(text)) {
            found.error(
                    path,
                    "not_a_day",
                    "「" + text + "」という月日はありません。10-01 のように入れてください。",
                    "'" + text + "' is no day of the year. Enter it like 10-01.");
        }
    }

    private void checkCode(String name, String path, String text) {
        switch (name) {
            case "corporate_number" -> checkCorporateNumber(path, text);
            case "postal_code" -> checkPostalCode(path, text);
            case "municipality_code", "municipality_codes" -> checkMunicipality(path, text);
            case "phone", "consultation_phone" ->
                found.warnIf(
                        !isPhone(text),
                        path,
                        "not_a_phone",
                        "電話番号「" + text + "」の桁数か書き方を確かめてください(例 0138-00-0000)。",
                        "Check the digits of the telephone number '" + text + "' (such as 0138-00-0000).");
            case "email" ->
                found.warnIf(
                        !EMAIL.matcher(text).matches(),
                        path,
                        "not_an_email",
                        "メールアドレス「" + text + "」を確かめてください。",
                        "Check the mail address '" + text + "'.");
            case "name_reading" ->
                found.warnIf(
                        !Kana.isReading(text),
                        path,
                        "not_a_reading",
                        "ふりがな「" + text + "」はひらがなで入れてください。検索と並び順に使います。",
                        "Enter the reading '" + text + "' in hiragana; search and order use it.");
            default -> {
                // Free text.
            }
        }
    }

    /** Ten or eleven digits that begin with 0. */
    static boolean isPhone(String text) {
        long digits = text.chars().filter(c -> c != '-').count();
        return PHONE.matcher(text).matches() && (digits == 10 || digits == 11);
    }

    private void checkCorporateNumber(String path, String text) {
        if (!CorporateNumber.isValid(text)) {
            found.error(
                    path,
                    "corporate_number",
                    "法人番号「" + text + "」は正しくありません(13桁の数字で、先頭が検査用数字です)。国税庁の公表サイトで確かめてください。",
                    "'" + text + "' is no corporate number (13 digits, the first checks the others). Look it up.");
        }
    }

    private void checkPostalCode(String path, String text) {
        if (!text.matches("[0-9]{7}")) {
            found.error(
                    path,
                    "postal_code",
                    "郵便番号「" + text + "」は7桁の数字(ハイフンなし)で入れてください。",
                    "Enter the postal code '" + text + "' as seven digits without a hyphen.");
        }
    }

    private void checkMunicipality(String path, String text) {
        if (!text.matches("[0-9]{5}")) {
            found.error(
                    path,
                    "municipality_code",
                    "市区町村コード「" + text + "」は5桁(都道府県2桁＋市区町村3桁、検査数字なし)で入れてください。",
                    "Enter the municipality code '" + text + "' as five digits, without the check digit.");
        }
    }
}
