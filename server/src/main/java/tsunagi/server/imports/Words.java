package tsunagi.server.imports;

import com.google.protobuf.ProtocolMessageEnum;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagi.records.v1.AgeBand;
import tsunagi.records.v1.AttendanceState;
import tsunagi.records.v1.Employment;
import tsunagi.records.v1.Industry;
import tsunagi.records.v1.InsurerKind;
import tsunagi.records.v1.Occupation;
import tsunagi.records.v1.ParticipantSide;
import tsunagi.records.v1.Sex;
import tsunagi.records.v1.SizeClass;
import tsunagi.server.words.Language;
import tsunagi.server.words.RecordWords;

/** The words by which people write a choice in a cell: the one it has on screens, and others. */
final class Words<E extends ProtocolMessageEnum> {
    static final Words<Industry> INDUSTRIES = new Words<Industry>()
            .with(Industry.INDUSTRY_A_AGRICULTURE_FORESTRY, "A", "農業,林業", "農林業", "農業", "林業")
            .with(Industry.INDUSTRY_B_FISHERIES, "B", "漁業", "水産業")
            .with(Industry.INDUSTRY_C_MINING, "C", "鉱業,採石業,砂利採取業", "鉱業")
            .with(Industry.INDUSTRY_D_CONSTRUCTION, "D", "建設業", "建設", "土木")
            .with(Industry.INDUSTRY_E_MANUFACTURING, "E", "製造業", "製造")
            .with(Industry.INDUSTRY_F_ELECTRICITY_GAS_WATER, "F", "電気・ガス・熱供給・水道業", "電気ガス水道業")
            .with(Industry.INDUSTRY_G_INFORMATION_COMMUNICATIONS, "G", "情報通信業")
            .with(Industry.INDUSTRY_H_TRANSPORT_POSTAL, "H", "運輸業,郵便業", "運輸業", "運送業", "郵便業")
            .with(Industry.INDUSTRY_I_WHOLESALE_RETAIL, "I", "卸売業,小売業", "卸売・小売業", "卸売業", "小売業", "商業")
            .with(Industry.INDUSTRY_J_FINANCE_INSURANCE, "J", "金融業,保険業", "金融・保険業", "金融業", "保険業")
            .with(Industry.INDUSTRY_K_REAL_ESTATE_RENTAL, "K", "不動産業,物品賃貸業", "不動産業", "物品賃貸業")
            .with(Industry.INDUSTRY_L_RESEARCH_PROFESSIONAL, "L", "学術研究,専門・技術サービス業", "専門・技術サービス業")
            .with(Industry.INDUSTRY_M_ACCOMMODATION_FOOD, "M", "宿泊業,飲食サービス業", "宿泊業", "飲食サービス業", "飲食業", "旅館業")
            .with(Industry.INDUSTRY_N_LIVING_AMUSEMENT, "N", "生活関連サービス業,娯楽業", "生活関連サービス業", "娯楽業", "理美容業")
            .with(Industry.INDUSTRY_O_EDUCATION, "O", "教育,学習支援業", "教育")
            .with(Industry.INDUSTRY_P_MEDICAL_WELFARE, "P", "医療,福祉", "医療", "福祉", "介護")
            .with(Industry.INDUSTRY_Q_COMPOUND_SERVICES, "Q", "複合サービス事業", "複合サービス業")
            .with(Industry.INDUSTRY_R_OTHER_SERVICES, "R", "サービス業(他に分類されないもの)", "サービス業", "その他のサービス業")
            .with(Industry.INDUSTRY_S_GOVERNMENT, "S 公務(他に分類されるものを除く)", "S", "公務(他に分類されるものを除く)", "公務")
            .with(Industry.INDUSTRY_T_UNCLASSIFIABLE, "T", "分類不能の産業", "分類不能");

    static final Words<SizeClass> SIZES = new Words<SizeClass>()
            .with(SizeClass.SIZE_CLASS_1_4, "4人以下")
            .with(SizeClass.SIZE_CLASS_5_9)
            .with(SizeClass.SIZE_CLASS_10_19)
            .with(SizeClass.SIZE_CLASS_20_29)
            .with(SizeClass.SIZE_CLASS_30_49)
            .with(SizeClass.SIZE_CLASS_50_99)
            .with(SizeClass.SIZE_CLASS_100_OVER, "100-", "100～199人", "200～299人", "300人以上", "300-", "100～299人");

    static final Words<Employment> EMPLOYMENTS = new Words<Employment>()
            .with(Employment.EMPLOYMENT_REGULAR, "正規", "正職員", "常勤", "正規職員")
            .with(Employment.EMPLOYMENT_PART_TIME, "パート", "アルバイト", "非常勤", "パートタイム")
            .with(Employment.EMPLOYMENT_FIXED_TERM, "契約社員", "嘱託", "契約", "会計年度任用職員")
            .with(Employment.EMPLOYMENT_AGENCY, "派遣")
            .with(Employment.EMPLOYMENT_OWNER_FAMILY, "事業主", "役員", "代表", "家族従事者", "自営")
            .with(Employment.EMPLOYMENT_OTHER);

    static final Words<Occupation> OCCUPATIONS = new Words<Occupation>()
            .with(Occupation.OCCUPATION_PUBLIC_HEALTH_NURSE)
            .with(Occupation.OCCUPATION_NURSE, "看護師", "准看護師", "看護職")
            .with(Occupation.OCCUPATION_PHYSICIAN, "医師", "産業医")
            .with(Occupation.OCCUPATION_DIETITIAN, "管理栄養士", "栄養士")
            .with(Occupation.OCCUPATION_DENTAL, "歯科医師", "歯科衛生士")
            .with(Occupation.OCCUPATION_PHYSICAL_THERAPIST, "理学療法士", "PT")
            .with(Occupation.OCCUPATION_OCCUPATIONAL_THERAPIST, "作業療法士", "OT")
            .with(Occupation.OCCUPATION_PSYCHOLOGIST, "公認心理師", "臨床心理士")
            .with(Occupation.OCCUPATION_EXERCISE_INSTRUCTOR, "健康運動指導士", "運動指導員")
            .with(Occupation.OCCUPATION_LABOUR_CONSULTANT, "社労士")
            .with(Occupation.OCCUPATION_GOVERNMENT_CLERK, "行政事務", "行政職")
            .with(Occupation.OCCUPATION_CHAMBER_STAFF, "商工会職員", "商工会議所職員")
            .with(Occupation.OCCUPATION_OWNER, "事業主", "役員", "経営者")
            .with(Occupation.OCCUPATION_MANAGER, "管理職")
            .with(Occupation.OCCUPATION_PERSONNEL, "人事", "労務", "総務", "健康管理担当者")
            .with(Occupation.OCCUPATION_OFFICE, "事務職")
            .with(Occupation.OCCUPATION_SALES, "営業", "販売")
            .with(Occupation.OCCUPATION_PRODUCTION, "製造", "現場作業", "作業員", "技能職")
            .with(Occupation.OCCUPATION_DRIVER, "運転", "配送", "運転手", "ドライバー")
            .with(Occupation.OCCUPATION_SERVICE, "接客", "サービス")
            .with(Occupation.OCCUPATION_CARE, "介護", "保育", "介護職", "保育士")
            .with(Occupation.OCCUPATION_OTHER);

    static final Words<ParticipantSide> SIDES = new Words<ParticipantSide>()
            .with(ParticipantSide.PARTICIPANT_SIDE_COMMUNITY, "地域", "地域保健")
            .with(ParticipantSide.PARTICIPANT_SIDE_WORKPLACE, "職域", "職域保健");

    static final Words<AttendanceState> ATTENDANCES = new Words<AttendanceState>()
            .with(AttendanceState.ATTENDANCE_STATE_PRESENT, "出", "○", "〇", "◯", "参加", "1", "present")
            .with(AttendanceState.ATTENDANCE_STATE_LATE, "遅", "△", "late")
            .with(AttendanceState.ATTENDANCE_STATE_ABSENT, "欠", "×", "✕", "x", "不参加", "0", "absent")
            .with(AttendanceState.ATTENDANCE_STATE_LEFT_EARLY, "早")
            .with(AttendanceState.ATTENDANCE_STATE_REGISTERED, "申し込み", "申込み", "予定");

    static final Words<InsurerKind> INSURERS = new Words<InsurerKind>()
            .with(InsurerKind.INSURER_KIND_KYOKAI_KENPO, "全国健康保険協会", "協会健保")
            .with(InsurerKind.INSURER_KIND_HEALTH_INSURANCE_SOCIETY, "組合健保", "健保組合")
            .with(InsurerKind.INSURER_KIND_MUNICIPAL, "国民健康保険", "国保")
            .with(InsurerKind.INSURER_KIND_NATIONAL_HEALTH_SOCIETY, "国民健康保険組合")
            .with(InsurerKind.INSURER_KIND_MUTUAL_AID, "共済")
            .with(InsurerKind.INSURER_KIND_LATE_ELDERLY, "後期高齢")
            .with(InsurerKind.INSURER_KIND_OTHER);

    static final Words<Sex> SEXES = new Words<Sex>()
            .with(Sex.SEX_FEMALE, "女", "F")
            .with(Sex.SEX_MALE, "男", "M")
            .with(Sex.SEX_OTHER, "その他", "答えたくない", "回答しない");

    static final Words<AgeBand> AGES = new Words<AgeBand>()
            .with(AgeBand.AGE_BAND_UNDER_20, "10代", "20歳未満")
            .with(AgeBand.AGE_BAND_20_29, "20代")
            .with(AgeBand.AGE_BAND_30_39, "30代")
            .with(AgeBand.AGE_BAND_40_49, "40代")
            .with(AgeBand.AGE_BAND_50_59, "50代")
            .with(AgeBand.AGE_BAND_60_69, "60代")
            .with(AgeBand.AGE_BAND_70_OVER, "70代以上", "70代");

    private final Map<String, E> byPlain = new LinkedHashMap<>();
    private final List<String> usual = new ArrayList<>();

    private Words() {}

    private Words<E> with(E choice, String... others) {
        String onScreens = RecordWords.in(Language.JAPANESE).value(choice);
        usual.add(onScreens);
        byPlain.putIfAbsent(plain(onScreens), choice);
        for (String word : others) {
            byPlain.putIfAbsent(plain(word), choice);
        }
        return this;
    }

    Optional<E> find(String written) {
        return Optional.ofNullable(byPlain.get(plain(written)))
                // The letter of a division says it all, however the division is worded behind it.
                .or(() -> Optional.ofNullable(byPlain.get(plain(written.replaceAll("^([A-T])[\\s:.]+.+$", "$1")))));
    }

    /** The usual words, for people. */
    String japanese() {
        return String.join("、", usual);
    }

    private static String plain(String word) {
        return Headings.plain(word.replaceAll("[〜～~―–]", "-")).replaceAll("[,，、人歳]", "");
    }
}
